import {
  argumentsOf,
  childrenOf,
  initializerOf,
  usesOf,
  type CallExpressionNode,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";

/** Longer chains of slices are generated. */
const MAX_STEPS = 20;

/** The elements of slices of one file, as far as the file shows them. */
export class SliceElements {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
  }

  /**
   * Returns the elements of a literal, of a local variable of one that nothing changes, or
   * of an `append` to these; null for any other slice.
   */
  of(slice: GoNode, step = 0): readonly GoNode[] | null {
    if (step > MAX_STEPS) return null;
    switch (slice.kind) {
      case "nil":
        return [];
      case "composite_literal":
        return elementsOfLiteral(slice);
      case "call_expression": {
        const appended = this.#appendedBy(slice);
        const before = appended && this.of(appended.slice, step + 1);
        return before && appended.isComplete ? [...before, ...appended.values] : null;
      }
      case "identifier": {
        const symbol = this.#localOf(slice);
        if (!symbol || !this.#usesOf(symbol).every(isRead)) return null;
        const initializer = initializerOf(slice, this.#semantics);
        return initializer && this.of(initializer, step + 1);
      }
      default:
        return null;
    }
  }

  /** Returns lists of elements that a slice may contain, each in one piece. */
  partsOf(slice: GoNode, step = 0): readonly (readonly GoNode[])[] {
    if (step > MAX_STEPS) return [];
    switch (slice.kind) {
      case "composite_literal":
        return [elementsOfLiteral(slice) ?? []];
      case "call_expression": {
        const appended = this.#appendedBy(slice);
        return appended ? [...this.partsOf(appended.slice, step + 1), appended.values] : [];
      }
      case "identifier": {
        const symbol = this.#localOf(slice);
        if (!symbol) return [];
        const initializer = initializerOf(slice, this.#semantics);
        const own = initializer ? this.partsOf(initializer, step + 1) : [];
        const appended = this.#usesOf(symbol).flatMap((use) => {
          const call = use.parent?.parent;
          const added = call?.kind === "call_expression" ? this.#appendedBy(call) : null;
          return added?.slice === use ? [added.values] : [];
        });
        return [...own, ...appended];
      }
      default:
        return [];
    }
  }

  #appendedBy(call: CallExpressionNode) {
    const { function: callee } = call;
    if (callee.kind !== "identifier" || callee.text !== "append") return null;
    const [slice, ...values] = argumentsOf(call);
    if (!slice || !this.#semantics.resolve(callee)?.isUniverse) return null;
    const isComplete = values.every(({ kind }) => kind !== "variadic_argument");
    return { slice, values: isComplete ? values : [], isComplete };
  }

  #localOf(identifier: GoNode): DeclaredSymbol | null {
    const symbol = this.#semantics.resolve(identifier);
    return symbol && !symbol.isUniverse && !symbol.packageLevel ? symbol : null;
  }

  #usesOf(symbol: DeclaredSymbol): readonly GoNode[] {
    return usesOf(symbol, this.#semantics, this.#sourceCode);
  }
}

function elementsOfLiteral(literal: GoNode): readonly GoNode[] | null {
  if (literal.kind !== "composite_literal" || literal.type.kind !== "slice_type") return null;
  const elements = childrenOf(literal.body);
  if (elements.some(({ kind }) => kind !== "literal_element")) return null;
  return elements.flatMap((element) => childrenOf(element));
}

/** Returns true for a use of a slice that changes neither the slice nor an element. */
function isRead({ parent }: GoNode): boolean {
  switch (parent?.kind) {
    case "variadic_argument":
      return true;
    case "argument_list": {
      const call = parent.parent;
      return (
        call?.kind === "call_expression" && /^(?:append|cap|len)$/u.test(call.function.text)
      );
    }
    case "range_clause":
      return true;
    default:
      return false;
  }
}
