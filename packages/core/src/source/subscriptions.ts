import { NODE_KINDS } from "../syntax/grammar.generated.ts";
import type { NodeKind } from "../syntax/node.ts";

const KINDS = new Set<string>(NODE_KINDS);

/**
 * Checks the keys of a rule's listeners.
 *
 * @throws {Error} If a key is neither a node kind nor a selector that works on Go.
 */
export function assertSelectors(selectors: Iterable<string>): void {
  for (const selector of selectors) {
    const kind = kindOf(selector);
    if (/^[\w-]+$/u.test(kind) && !KINDS.has(kind)) {
      throw new Error(`'${kind}' is not a node kind of Go's grammar.`);
    }
    if (selector.includes(":has(")) {
      // esquery looks below a node by its `type`, which is a field of Go nodes.
      throw new Error(
        `The selector '${selector}' uses ':has()', which finds nothing in Go: ` +
          "listen to the inner node and look at its parents.",
      );
    }
  }
}

/**
 * The node kinds that the rules of a file listen to. A rule that listens to node kinds costs
 * those nodes; one that uses a selector costs a visit of every node.
 */
export class Subscriptions {
  readonly #kinds = new Set<NodeKind>();
  #everything = false;
  #any = false;

  /** Adds the keys of a rule's listeners. Who adds those of one rule adds those of all. */
  add(selectors: Iterable<string>): void {
    this.#any = true;
    for (const selector of selectors) {
      const kind = kindOf(selector);
      if (KINDS.has(kind)) this.#kinds.add(kind as NodeKind);
      else this.#everything = true;
    }
  }

  /** The kinds to visit; "all" where nobody knows the listeners, as in plain ESLint. */
  get kinds(): readonly NodeKind[] | "all" {
    return this.#everything || !this.#any ? "all" : [...this.#kinds].sort();
  }
}

function kindOf(selector: string): string {
  return selector.replace(/:exit$/u, "");
}
