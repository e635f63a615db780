import {
  argumentsOf,
  calledName,
  childrenOf,
  enclosingString,
  isCallTo,
  STRING_HOLE,
  type CallExpressionNode,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  type StaticStrings,
} from "@gopherwood/core";

/** Methods that run the SQL that they get as a string. */
const RUNS =
  /^(?:Must|Named)?(?:Exec|Prepare|Query|QueryRow|Raw)(?:x|Named|Context|xContext|NamedContext)?$/u;

/** A verb of `fmt.Sprintf`. */
const FORMAT_VERB = /%(?:\[\d+\])?[-+# 0]*[\d.*]*[dfgqstvxX]/gu;

/** The most variables that are followed from a string to the call that runs it. */
const MAX_VARIABLES = 3;

/** Finds the uses of strings, directly or through the variables that hold them. */
export class StringUses {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  #identifiers: ReadonlyMap<string, readonly GoNode[]> | undefined;

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel, strings: StaticStrings) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#strings = strings;
  }

  /**
   * Returns the values that a string may have. Of a variable that is only a format, these are
   * the strings that `fmt.Sprintf` makes of it; a verb that nothing fills in is a hole.
   */
  valuesOf(node: GoNode): readonly string[] {
    const calls = this.#usesOf(node).map((use) => this.#formatCall(use));
    const isFormat = calls.length > 0 && calls.every((call) => call !== null);
    return (isFormat ? calls : [node])
      .flatMap((expression) => this.#strings.of(expression))
      .map((text) => text.replace(FORMAT_VERB, STRING_HOLE));
  }

  /** Returns true for a string that a method such as `Exec` or `Query` runs. */
  isRun(node: GoNode, variables = MAX_VARIABLES): boolean {
    if (isRunArgument(node)) return true;
    return (
      variables > 0 &&
      this.#usesOf(node).some((use) =>
        this.isRun(enclosingString(use, this.#semantics), variables - 1),
      )
    );
  }

  #formatCall(use: GoNode): CallExpressionNode | null {
    const call = use.parent?.kind === "argument_list" ? use.parent.parent : null;
    if (call?.kind !== "call_expression" || argumentsOf(call)[0] !== use) return null;
    return isCallTo(call, "fmt.Sprintf", this.#semantics) ? call : null;
  }

  /** Returns the uses of the variable or constant that a string is assigned to. */
  #usesOf(node: GoNode): readonly GoNode[] {
    const target = targetOf(node);
    const symbol = target && this.#semantics.resolve(target);
    if (!symbol || symbol.isUniverse) return [];
    return this.#identifiersNamed(symbol).filter(
      (use) => use !== target && this.#semantics.resolve(use) === symbol,
    );
  }

  #identifiersNamed({ name, node }: DeclaredSymbol): readonly GoNode[] {
    if (!this.#identifiers) {
      const byName = new Map<string, GoNode[]>();
      for (const identifier of this.#sourceCode.tree.nodesOfKind(["identifier"])) {
        const others = byName.get(identifier.text);
        if (others) others.push(identifier);
        else byName.set(identifier.text, [identifier]);
      }
      this.#identifiers = byName;
    }
    return (this.#identifiers.get(name) ?? []).filter((use) => use !== node);
  }
}

function isRunArgument(node: GoNode): boolean {
  const call = node.parent?.kind === "argument_list" ? node.parent.parent : null;
  if (call?.kind !== "call_expression" || call.function.kind !== "selector_expression")
    return false;
  if (!RUNS.test(calledName(call))) return false;
  const [first, second] = argumentsOf(call);
  return node === first || (node === second && /ctx|context/iu.test(first?.text ?? ""));
}

/** Returns the name that an expression is assigned to where it stands, or null. */
function targetOf(node: GoNode): GoNode | null {
  if (node.parent?.kind !== "expression_list") return null;
  const index = childrenOf(node.parent).indexOf(node);
  const statement = node.parent.parent;
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration":
      return identifierAt(childrenOf(statement.left), index);
    case "const_spec":
    case "var_spec":
      return identifierAt(statement.name, index);
    default:
      return null;
  }
}

function identifierAt(names: readonly GoNode[], index: number): GoNode | null {
  const name = names[index];
  return name?.kind === "identifier" ? name : null;
}
