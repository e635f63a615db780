import {
  calleeOf,
  controlFlowGraphOf,
  enclosingFunction,
  assignmentTargetsOf,
  type CallExpressionNode,
  type Exit,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";

/** What becomes of the operation that a call gives. */
export type OperationUse =
  | { readonly kind: "kept" }
  /** Nobody gets it. */
  | { readonly kind: "dropped" }
  /** In these lines the function is left, or the variable gets another value. */
  | {
      readonly kind: "forgotten";
      readonly operation: GoNode;
      readonly lines: readonly number[];
    };

/** Calls that write a record, or make text. */
const LOGS =
  /^(?:Trace|Debug|Info|Notice|Print|Warn|Error|Fatal|Panic|With|Log|Str|Sprint|Fprint|EndOperation)/u;

/** Says what a function does with the operations that its calls give. */
export class OperationUses {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
  }

  of(call: CallExpressionNode): OperationUse {
    const { parent } = call;
    if (parent?.kind === "expression_statement" || parent?.kind === "defer_statement") {
      return { kind: "dropped" };
    }
    if (parent?.kind === "go_statement") return { kind: "dropped" };
    const targets = assignmentTargetsOf(call);
    const [operation] = targets;
    if (!operation) return { kind: "kept" };
    if (operation.text === "_") return { kind: "dropped" };
    const around = enclosingFunction(call);
    if (operation.kind !== "identifier" || !around) return { kind: "kept" };

    const own = call.parent?.parent;
    const replacing = new Set<GoNode>();
    const passes = (node: GoNode) => {
      if (this.#keeps(node, operation)) return true;
      if (node === own || !this.#replaces(node, operation)) return false;
      replacing.add(node);
      return true;
    };
    const exits = controlFlowGraphOf(around, this.#semantics)
      .exitsAvoiding(call, { passes: passes, error: targets.at(-1) })
      .filter(({ kind }) => kind === "return" || kind === "end");
    return exits.length > 0 || replacing.size > 0
      ? { kind: "forgotten", operation, lines: linesOf(exits, replacing) }
      : { kind: "kept" };
  }

  /** True for a node that waits for the operation, or hands it to what may. */
  #keeps(node: GoNode, operation: GoNode): boolean {
    switch (node.kind) {
      case "call_expression":
        return (
          node.arguments.namedChildren.some((value) => this.#isGiven(value, operation)) &&
          !this.#isLog(node)
        );
      case "composite_literal": {
        const list = node.parent?.kind === "argument_list" ? node.parent.parent : null;
        const isLogged = list?.kind === "call_expression" && this.#isLog(list);
        return !isLogged && this.#has(node, operation);
      }
      case "func_literal":
      case "return_statement":
      case "send_statement":
        return this.#has(node, operation);
      case "assignment_statement":
        return (
          node.right.namedChildren.some((value) => this.#isGiven(value, operation)) &&
          node.left.namedChildren.some(({ kind }) => /^(?:selector|index)_/u.test(kind))
        );
      default:
        return false;
    }
  }

  #isLog(call: CallExpressionNode): boolean {
    return LOGS.test(calleeOf(call, this.#semantics).name);
  }

  /** True for the operation, and for its id: nothing else of it can be waited for. */
  #isGiven(value: GoNode, operation: GoNode): boolean {
    if (value.kind === "selector_expression") {
      return value.field.text === "ID" && this.#means(value.operand, operation);
    }
    return this.#means(value, operation);
  }

  #has(node: GoNode, operation: GoNode): boolean {
    const { tree } = this.#sourceCode;
    return tree.nodesOfKind(["identifier"], node).some((found) => {
      const { parent } = found;
      return this.#isGiven(parent?.kind === "selector_expression" ? parent : found, operation);
    });
  }

  #replaces(node: GoNode, operation: GoNode): boolean {
    return (
      (node.kind === "assignment_statement" || node.kind === "short_var_declaration") &&
      node.left.namedChildren.some((target) => this.#means(target, operation))
    );
  }

  #means(node: GoNode, operation: GoNode): boolean {
    if (node.kind !== "identifier" || node.text !== operation.text) return false;
    const symbol = this.#semantics.resolve(operation);
    return symbol !== null && this.#semantics.resolve(node) === symbol;
  }
}

function linesOf(exits: readonly Exit[], replacing: ReadonlySet<GoNode>): number[] {
  const lines = exits.map(({ kind, node }) =>
    kind === "end" ? node.loc.end.line : node.loc.start.line,
  );
  for (const node of replacing) lines.push(node.loc.start.line);
  return lines.sort((a, b) => a - b);
}
