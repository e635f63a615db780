import {
  argumentsOf,
  calleeOf,
  GORM_METHODS,
  initializerOf,
  NamePatterns,
  withoutPointer,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** One call of a chain: `Where("id = ?", id)`. */
export interface ChainCall {
  readonly call: CallExpressionNode;
  readonly method: string;
  readonly args: readonly GoNode[];
}

/** The calls that an expression is made of, and the variable they start with. */
export interface CallSequence {
  /** In the order of the text. */
  readonly calls: readonly ChainCall[];
  /** The variable that the first call is a method of, or null. */
  readonly start: GoNode | null;
}

/** A query of an ORM in one expression: `db.Where(...).First(&x)`. */
export interface Chain extends CallSequence {
  readonly kind: "chain";
  /** The whole chain, which is its last call. */
  readonly node: CallExpressionNode;
  /** The calls that the variable at the start got its value from. */
  readonly earlier: readonly ChainCall[];
}

/** A call with the name of an ORM's method, on a value of a type that is not known. */
export interface UnknownChain {
  readonly kind: "unknown";
  readonly reason: string;
}

/** Methods that run a query; the others build it. */
export const FINISHERS: ReadonlySet<string> = new Set([
  ...GORM_METHODS.reads,
  ...GORM_METHODS.writes,
  "Exec",
  "Raw",
]);

/** The methods that make a chain. */
export const QUERY_METHODS: ReadonlySet<string> = new Set([
  ...FINISHERS,
  ...GORM_METHODS.builders,
]);

/** How many variables are followed from the start of a chain to a handle. */
const MAX_VARIABLES = 20;

/** Finds the chains of calls on the handles of an ORM. */
export class Chains {
  readonly #semantics: SemanticModel;
  readonly #handles: NamePatterns;

  /** @param handles The types that chains start with, as name patterns. */
  constructor(semantics: SemanticModel, handles: readonly string[]) {
    this.#semantics = semantics;
    this.#handles = new NamePatterns(handles, semantics);
  }

  /** Returns the chain that ends with a call; null if it ends none. */
  endingWith(node: CallExpressionNode): Chain | UnknownChain | null {
    if (node.function.kind !== "selector_expression") return null;
    if (isInChain(node)) return null;
    const { calls, start } = callsOf(node);
    // The names alone reject most calls.
    if (!calls.some(({ method }) => QUERY_METHODS.has(method))) return null;
    const callee = calleeOf(node, this.#semantics);
    if (callee.kind === "function") return null;
    if (callee.kind === "unknown") return { kind: "unknown", reason: callee.reason };
    const type = withoutPointer(this.#semantics.typeOf(callee.operand));
    const isHandle = [callee.receiver, type].some(
      (receiver) => receiver.kind === "named" && this.#handles.matches(receiver),
    );
    return isHandle
      ? { kind: "chain", node, calls, start, earlier: this.#earlierCalls(start) }
      : null;
  }

  #earlierCalls(start: GoNode | null): ChainCall[] {
    const earlier: ChainCall[] = [];
    let initializer = start && initializerOf(start, this.#semantics);
    for (let step = 0; initializer && step < MAX_VARIABLES; step += 1) {
      const sequence = callsOf(initializer);
      earlier.unshift(...sequence.calls);
      initializer = sequence.start && initializerOf(sequence.start, this.#semantics);
    }
    return earlier;
  }
}

/** Returns true if another method is called on the result of a call. */
function isInChain({ parent }: GoNode): boolean {
  return parent?.kind === "selector_expression" && parent.parent?.kind === "call_expression";
}

/** Returns the method calls that an expression is a sequence of. */
export function callsOf(expression: GoNode): CallSequence {
  const calls: ChainCall[] = [];
  let current = expression;
  while (
    current.kind === "call_expression" &&
    current.function.kind === "selector_expression"
  ) {
    const { field, operand } = current.function;
    calls.unshift({ call: current, method: field.text, args: argumentsOf(current) });
    current = operand;
  }
  return { calls, start: current.kind === "identifier" ? current : null };
}
