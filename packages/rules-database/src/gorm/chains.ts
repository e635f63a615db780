import {
  calleeOf,
  initializerOf,
  matchesName,
  withoutPointer,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { BUILDERS, FINISHERS } from "./methods.ts";

/** One call of a chain: `Where("id = ?", id)`. */
export interface Link {
  readonly call: CallExpressionNode;
  readonly method: string;
  readonly args: readonly GoNode[];
}

/** `db.Where(...).First(&x)`: all that one expression asks of an ORM. */
export interface Chain {
  /** The whole chain: its last call. */
  readonly node: CallExpressionNode;
  /** In the order of the text. */
  readonly links: readonly Link[];
  /** The calls of the chain that the variable at its start was made with, if any. */
  readonly before: readonly Link[];
  /** The variable that it starts with, or null. */
  readonly start: GoNode | null;
}

/** As far as variables are followed to where they were made. */
const MAX_VARIABLES = 20;

/** Reads chains of calls on the handles of an ORM. */
export class Chains {
  readonly #semantics: SemanticModel;
  readonly #handles: readonly string[];

  /** @param handles The types that chains start with, as name patterns. */
  constructor(semantics: SemanticModel, handles: readonly string[]) {
    this.#semantics = semantics;
    this.#handles = handles;
  }

  /**
   * The chain that ends with a call; null if the call is none of an ORM, or not the last of
   * its chain; a text says why it is not known.
   */
  endingWith(node: CallExpressionNode): Chain | string | null {
    if (node.function.kind !== "selector_expression") return null;
    if (isInChain(node)) return null;
    const { links, start } = linksOf(node);
    // Most calls are told apart by their names alone.
    if (!links.some(({ method }) => FINISHERS.has(method) || BUILDERS.has(method))) return null;
    const callee = calleeOf(node, this.#semantics);
    if (callee.kind === "function") return null;
    if (callee.kind === "unknown") return callee.reason;
    const type = withoutPointer(this.#semantics.typeOf(callee.operand));
    const isHandle = [callee.receiver, type].some(
      (receiver) =>
        receiver.kind === "named" &&
        this.#handles.some((pattern) =>
          matchesName(pattern, receiver, this.#semantics.packageName),
        ),
    );
    if (!isHandle) return null;
    const before: Link[] = [];
    let made = start && initializerOf(start, this.#semantics);
    for (let step = 0; made && step < MAX_VARIABLES; step += 1) {
      const earlier = linksOf(made);
      before.unshift(...earlier.links);
      made = earlier.start && initializerOf(earlier.start, this.#semantics);
    }
    return { node, links, before, start };
  }
}

/** True if another method is called on what a call gives. */
function isInChain({ parent }: GoNode): boolean {
  return parent?.kind === "selector_expression" && parent.parent?.kind === "call_expression";
}

/** The calls that an expression is a chain of, and the variable that it starts with. */
export function linksOf(expression: GoNode): Pick<Chain, "links" | "start"> {
  const links: Link[] = [];
  let current = expression;
  while (
    current.kind === "call_expression" &&
    current.function.kind === "selector_expression"
  ) {
    const { field, operand } = current.function;
    const args = current.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
    links.unshift({ call: current, method: field.text, args });
    current = operand;
  }
  return { links, start: current.kind === "identifier" ? current : null };
}
