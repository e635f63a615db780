/** Returns the parent of a directory, or null at the top. Paths are absolute, with `/`. */
export function parentOf(directory: string): string | null {
  const slash = directory.lastIndexOf("/");
  return slash <= 0 ? null : directory.slice(0, slash);
}

/** Returns the absolute path of a path that is relative to a directory, or absolute. */
export function resolvePath(directory: string, path: string): string {
  if (path.startsWith("/")) return resolvePath("", path.slice(1));
  const elements = directory.split("/");
  for (const element of path.split("/")) {
    if (element === "..") elements.pop();
    else if (element !== "." && element !== "") elements.push(element);
  }
  return elements.join("/");
}

/** Returns a path as its directory and the name in it. */
export function splitPath(path: string): { directory: string; name: string } {
  const slash = path.lastIndexOf("/");
  return { directory: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}
