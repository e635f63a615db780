/** Returns the reason for a type that is not known because a package was not read. */
export function unreadPackageReason(importPath: string): string {
  return `the declarations of package "${importPath}" were not read`;
}

/** Returns the package whose declarations were not read, from the reason for an unknown type. */
export function unreadPackageOf(reason: string): string | null {
  const importPath = /^the declarations of package "(.+)" were not read$/u.exec(reason)?.[1];
  return importPath ?? null;
}
