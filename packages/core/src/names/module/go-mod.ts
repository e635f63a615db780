/** What a go.mod file says, as far as names need it. */
export interface GoMod {
  /** The module path; empty if the file names none. */
  readonly path: string;
  /** Modules that stand in a directory of the tree, by path: relative to the go.mod. */
  readonly localReplacements: ReadonlyMap<string, string>;
  /** The versions that are asked for, by module path. */
  readonly requirements: ReadonlyMap<string, string>;
}

const COMMENT = /\/\/.*$/gmu;
const DIRECTIVE = /^[ \t]*(\w+)[ \t]+(?:\(([^)]*)\)|(.*))$/gmu;

/** Reads a go.mod file. What is not understood is passed over. */
export function readGoMod(text: string): GoMod {
  let path = "";
  const localReplacements = new Map<string, string>();
  const requirements = new Map<string, string>();
  for (const [verb, words] of lines(text)) {
    const [first = "", second = ""] = words;
    if (verb === "module") path = first;
    if (verb === "require") requirements.set(first, second);
    if (verb === "replace") {
      const target = words[words.indexOf("=>") + 1] ?? "";
      if (/^\.{0,2}\//u.test(target)) localReplacements.set(first, target);
    }
  }
  return { path, localReplacements, requirements };
}

/** Reads the directories that a go.work file uses, relative to it. */
export function readGoWork(text: string): string[] {
  return [...lines(text)]
    .filter(([verb]) => verb === "use")
    .map(([, [directory = "."]]) => directory);
}

/** Each line as its directive and its words, whether it stands alone or in a block. */
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
