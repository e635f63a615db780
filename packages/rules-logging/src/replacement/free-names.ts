import type { GoNode } from "@gopherwood/core";

/** Gives names for new variables that nothing else in their function is called. */
export class FreeNames {
  readonly #given = new Map<number, string>();
  readonly #taken = new Map<GoNode, Set<string>>();

  /** A name for the variable that a node needs: always the same one. */
  nameFor(node: GoNode, wanted: string): string {
    const [start] = node.range;
    const known = this.#given.get(start);
    if (known !== undefined) return known;
    const around = topLevelOf(node);
    const taken = this.#taken.get(around) ?? new Set();
    this.#taken.set(around, taken);
    let name = wanted;
    for (let count = 2; taken.has(name) || hasWord(around.text, name); count += 1) {
      name = `${wanted}${count}`;
    }
    taken.add(name);
    this.#given.set(start, name);
    return name;
  }
}

/** The declaration at the top of the file that a node is in. */
export function topLevelOf(node: GoNode): GoNode {
  let current = node;
  while (current.parent?.parent) current = current.parent;
  return current;
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{Nd}_])${word}(?![\\p{L}\\p{Nd}_])`, "u").test(text);
}
