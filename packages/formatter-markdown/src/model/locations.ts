/** More directories than this are not read one by one: those above them are named. */
const MOST = 6;

/**
 * Returns the outermost directories of some files, sorted. Where they are many, it shortens
 * their paths as far as some elements are left.
 */
export function locationsOf(paths: readonly string[]): string[] {
  let directories = outermost(paths.map(directoryOf));
  while (directories.length > MOST) {
    const deepest = Math.max(...directories.map(depthOf));
    if (deepest <= 1) break;
    directories = outermost(
      directories.map((one) => (depthOf(one) === deepest ? parentOf(one) : one)),
    );
  }
  return directories.sort();
}

function outermost(directories: readonly string[]): string[] {
  const all = new Set(directories);
  return [...all].filter((directory) => !above(directory).some((one) => all.has(one)));
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "./" : path.slice(0, slash + 1);
}

function parentOf(directory: string): string {
  return above(directory).at(-1) ?? directory;
}

function depthOf(directory: string): number {
  return directory.split("/").length - 1;
}

/** Returns the directories above one, the outermost first, each with `/` at its end. */
function above(directory: string): string[] {
  const elements = directory.split("/").slice(0, -2);
  return elements.map((_, index) => `${elements.slice(0, index + 1).join("/")}/`);
}
