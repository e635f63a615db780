/** Returns the path of a result's file as the files and sites of its report have it. */
export function fileOfResult(
  { filePath }: { readonly filePath: string },
  root: string,
): string {
  const inside = filePath.startsWith(root) && /^[\\/]/u.test(filePath.slice(root.length));
  return inside ? filePath.slice(root.length + 1).replaceAll("\\", "/") : filePath;
}
