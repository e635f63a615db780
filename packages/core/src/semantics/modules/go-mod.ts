/** The directives of a go.mod file that matter for finding packages. */
export interface GoMod {
  /** The module path; empty if the file names none. */
  readonly path: string;
  readonly replacements: readonly Replacement[];
  /** The required versions by module path. */
  readonly requirements: ReadonlyMap<string, string>;
}

/** A module that stands for another. */
export interface Replacement {
  /** The path of the module that is replaced. */
  readonly path: string;
  /** The version that is replaced; null for all. */
  readonly version: string | null;
  /** A directory, relative to the file, or a module path. */
  readonly target: string;
  /** The version that stands for it; null for a directory. */
  readonly targetVersion: string | null;
}

const COMMENT = /\/\/.*$/gmu;
const DIRECTIVE = /^[ \t]*(\w+)[ \t]+(?:\(([^)]*)\)|(.*))$/gmu;

/** Reads a go.mod file. Lines that are not understood are skipped. */
export function readGoMod(text: string): GoMod {
  let path = "";
  const replacements: Replacement[] = [];
  const requirements = new Map<string, string>();
  for (const [verb, words] of lines(text)) {
    const [first = "", second = ""] = words;
    if (verb === "module") path = first;
    if (verb === "require") requirements.set(first, second);
    const arrow = words.indexOf("=>");
    if (verb !== "replace" || arrow < 1) continue;
    const [target = "", targetVersion = null] = words.slice(arrow + 1);
    const version = arrow > 1 ? second : null;
    replacements.push({ path: first, version, target, targetVersion });
  }
  return { path, replacements, requirements };
}

/** Reads the directories that a go.work file uses, relative to it. */
export function readGoWork(text: string): string[] {
  return [...lines(text)]
    .filter(([verb]) => verb === "use")
    .map(([, [directory = "."]]) => directory);
}

/** Yields each line as its directive and its words, whether it stands alone or in a block. */
function* lines(text: string): Generator<[verb: string, words: string[]]> {
  for (const [, verb = "", block, line = ""] of text.replace(COMMENT, "").matchAll(DIRECTIVE)) {
    for (const entry of (block ?? line).split("\n")) {
      const words = entry.trim().split(/\s+/u).map(unquoted).filter(Boolean);
      if (words.length > 0) yield [verb, words];
    }
  }
}

function unquoted(word: string): string {
  return word.replace(/^["\x60](.*)["\x60]$/u, "$1");
}
