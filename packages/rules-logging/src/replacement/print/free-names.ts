import type { GoNode } from "@gopherwood/core";
import { hasWord, topLevelDeclarationOf } from "../text.ts";

/** Names for new variables that occur nowhere else in their top-level declarations. */
export class FreeNames {
  readonly #names = new Map<number, string>();
  readonly #reserved = new Map<GoNode, Set<string>>();

  /** Returns the name of the variable that a node needs: always the same one. */
  nameFor(node: GoNode, wanted: string): string {
    const [start] = node.range;
    const known = this.#names.get(start);
    if (known !== undefined) return known;
    const declaration = topLevelDeclarationOf(node);
    const reserved = this.#reserved.get(declaration) ?? new Set();
    this.#reserved.set(declaration, reserved);
    let name = wanted;
    for (let count = 2; reserved.has(name) || hasWord(declaration.text, name); count += 1) {
      name = `${wanted}${count}`;
    }
    reserved.add(name);
    this.#names.set(start, name);
    return name;
  }
}
