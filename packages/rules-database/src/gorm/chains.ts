import {
  argumentsOf,
  calleeOf,
  enclosingFunction,
  GORM_METHODS,
  initializerOf,
  NamePatterns,
  withoutPointer,
  type Callee,
  type CallExpressionNode,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
  type GoType,
  type SemanticModel,
  type SyntaxTree,
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

/** The most variables that are followed from the start of a chain to a handle. */
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
    const earlier = this.#earlierCalls(start);
    const chain: Chain = { kind: "chain", node, calls, start, earlier };
    if (callee.kind === "method") {
      const isHandle = this.#isHandle(callee.receiver) || this.#isHandle(this.#typeOf(callee));
      return isHandle ? chain : null;
    }
    // The results of a handle's methods need not be known.
    const [first] = [...earlier, ...calls];
    const origin = first ? this.#typeOf(calleeOf(first.call, this.#semantics)) : null;
    return this.#isHandle(origin) ? chain : { kind: "unknown", reason: callee.reason };
  }

  #typeOf(callee: Callee): GoType | null {
    if (callee.kind === "function" || !callee.operand) return null;
    return withoutPointer(this.#semantics.typeOf(callee.operand));
  }

  #isHandle(type: GoType | null): boolean {
    return type?.kind === "named" && this.#handles.matches(type);
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

/** The chains of functions by the variables that they start with, each function read once. */
export class VariableChains {
  readonly #tree: SyntaxTree;
  readonly #semantics: SemanticModel;
  readonly #ofFunctions = new Map<GoNode, Map<DeclaredSymbol, CallSequence[]>>();

  constructor({ tree }: GoSourceCode, semantics: SemanticModel) {
    this.#tree = tree;
    this.#semantics = semantics;
  }

  /** Returns the chains in the function around a node that start with a variable. */
  of(symbol: DeclaredSymbol, node: GoNode): readonly CallSequence[] {
    const body = enclosingFunction(node);
    if (!body) return [];
    let bySymbol = this.#ofFunctions.get(body);
    if (!bySymbol) this.#ofFunctions.set(body, (bySymbol = this.#read(body)));
    return bySymbol.get(symbol) ?? [];
  }

  #read(body: GoNode): Map<DeclaredSymbol, CallSequence[]> {
    const bySymbol = new Map<DeclaredSymbol, CallSequence[]>();
    for (const call of this.#tree.nodesOfKind(["call_expression"], body)) {
      if (isInChain(call)) continue;
      const sequence = callsOf(call);
      const symbol = sequence.start && this.#semantics.resolve(sequence.start);
      if (!symbol || symbol.isUniverse) continue;
      const others = bySymbol.get(symbol);
      if (others) others.push(sequence);
      else bySymbol.set(symbol, [sequence]);
    }
    return bySymbol;
  }
}

/** Returns true if another method is called on the result of a call. */
function isInChain({ parent }: GoNode): boolean {
  return parent?.kind === "selector_expression" && parent.parent?.kind === "call_expression";
}

/** Returns the method calls that an expression is a sequence of. */
function callsOf(expression: GoNode): CallSequence {
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
