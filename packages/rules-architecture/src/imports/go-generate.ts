import type { GoSourceCode, ProjectIndex } from "@gopherwood/core";

/** A `//go:generate` comment. */
interface Generator {
  /** The path of its file: absolute, with `/`. */
  readonly path: string;
  readonly command: string;
}

const DIRECTIVE = /^\/\/go:generate[ \t]+(.+)$/gmu;

const cache = new WeakMap<ProjectIndex, readonly Generator[]>();

/** Returns the file with a `//go:generate` comment that names a directory, or null. */
export function generatorOf(
  directory: string,
  index: ProjectIndex,
  files: GoSourceCode["files"],
): string | null {
  const name = directory.slice(directory.lastIndexOf("/") + 1);
  const found = generatorsIn(index, files).find(({ command }) =>
    command.split(/[\s/=,:"']+/u).includes(name),
  );
  return found?.path ?? null;
}

function generatorsIn(index: ProjectIndex, files: GoSourceCode["files"]): readonly Generator[] {
  let generators = cache.get(index);
  if (!generators) {
    generators = index.packages().flatMap((one) =>
      one.files.flatMap(({ path }) => {
        const text = files.readText(path) ?? "";
        return [...text.matchAll(DIRECTIVE)].map(([, command = ""]) => ({ path, command }));
      }),
    );
    cache.set(index, generators);
  }
  return generators;
}
