/**
 * Returns the reason for a type that is not known because a package was not read. Go downloads
 * packages whose paths begin with a host; of others it would be of no use to say so.
 */
export function unreadPackageReason(importPath: string): string {
  const remedy = /^[^/]*\./u.test(importPath)
    ? ` ('go mod download' fetches those of required modules)`
    : "";
  return `the declarations of package "${importPath}" were not read${remedy}`;
}

/** Returns the package whose declarations were not read, from the reason for an unknown type. */
export function unreadPackageOf(reason: string): string | null {
  const match = /^the declarations of package "(?<importPath>[^"]+)" were not read/u.exec(
    reason,
  );
  return match?.groups?.["importPath"] ?? null;
}
