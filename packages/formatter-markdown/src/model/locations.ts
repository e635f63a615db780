/** The directories that files lie in, without those that lie in another of them; sorted. */
export function locationsOf(paths: readonly string[]): string[] {
  const directories = new Set(paths.map(directoryOf));
  return [...directories]
    .filter((directory) => !above(directory).some((one) => directories.has(one)))
    .sort();
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "./" : path.slice(0, slash + 1);
}

/** The directories above one, each with `/` behind. */
function above(directory: string): string[] {
  const elements = directory.split("/").slice(0, -2);
  return elements.map((_, index) => `${elements.slice(0, index + 1).join("/")}/`);
}
