import {
  lineOfExit,
  argumentsOf,
  assignmentTargetsOf,
  calledName,
  calleeOf,
  CalleePatterns,
  childrenOf,
  controlFlowGraphOf,
  enclosingFunction,
  refersTo,
  type CallExpressionNode,
  type Exit,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";

/** Says if the operation that a call returns is used for more than text. */
export type OperationUse =
  | { readonly kind: "used" }
  /** The result is not assigned to anything. */
  | { readonly kind: "discarded" }
  /** In these lines the function is left, or the variable gets another value. */
  | {
      readonly kind: "unused";
      readonly operation: GoNode;
      readonly lines: readonly number[];
    };

/** Calls that write a log record, or format text. */
const LOGS =
  /^(?:Trace|Debug|Info|Notice|Print|Warn|Error|Fatal|Panic|With|Log|Str|Sprint|Fprint|EndOperation)/u;

/** The field of an operation that names it; those of other things, as `VolumeID`, do not. */
const ID = /^(?:job|op(?:eration)?|task)?id$/iu;

/** Finds out if a function uses the operations that its calls return. */
export class OperationUses {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #hasWaits: boolean;
  readonly #waits: CalleePatterns;
  readonly #functions: ReadonlySet<string>;

  /**
   * @param waits Functions and methods that wait by something else than the operation:
   *   `common.VolumeClient.WaitForState`, or `waitForState` for any plain function.
   */
  constructor(
    sourceCode: GoSourceCode,
    semantics: SemanticModel,
    waits: readonly string[] = [],
  ) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#hasWaits = waits.length > 0;
    this.#functions = new Set(waits.filter((name) => !name.includes(".")));
    this.#waits = new CalleePatterns(
      waits.filter((name) => name.includes(".")),
      semantics,
    );
  }

  /** Returns the use of the operation that a call returns. */
  of(call: CallExpressionNode): OperationUse {
    const use = this.#withoutWaits(call);
    const mayBeWaitedFor = this.#hasWaits && use.kind === "discarded";
    return mayBeWaitedFor && this.#isWaitedFor(call) ? { kind: "used" } : use;
  }

  #withoutWaits(call: CallExpressionNode): OperationUse {
    switch (call.parent?.kind) {
      case "expression_statement":
      case "defer_statement":
      case "go_statement":
        return { kind: "discarded" };
    }
    const targets = assignmentTargetsOf(call);
    const [operation] = targets;
    if (!operation) return { kind: "used" };
    if (operation.text === "_") return { kind: "discarded" };
    const body = enclosingFunction(call);
    if (operation.kind !== "identifier" || !body) return { kind: "used" };

    const own = call.parent?.parent;
    const replacing = new Set<GoNode>();
    const passes = (node: GoNode) => {
      if (this.#uses(node, operation) || this.#isWait(node)) return true;
      if (node === own || !this.#replaces(node, operation)) return false;
      replacing.add(node);
      return true;
    };
    const exits = controlFlowGraphOf(body, this.#semantics)
      .exitsAvoiding(call, { passes, error: targets.at(-1) })
      .filter(({ kind }) => kind === "return" || kind === "end");
    return exits.length > 0 || replacing.size > 0
      ? { kind: "unused", operation, lines: linesOf(exits, replacing) }
      : { kind: "used" };
  }

  /** Returns true if a function that waits is called on every path from a call. */
  #isWaitedFor(call: CallExpressionNode): boolean {
    const body = enclosingFunction(call);
    if (!body) return false;
    const error = assignmentTargetsOf(call).at(-1) ?? null;
    return controlFlowGraphOf(body, this.#semantics)
      .exitsAvoiding(call, { passes: (node) => this.#isWait(node), error })
      .every(({ kind }) => kind !== "return" && kind !== "end");
  }

  #isWait(node: GoNode): boolean {
    if (node.kind !== "call_expression") return false;
    const name = calledName(node);
    if (this.#functions.has(name)) return node.function.kind === "identifier";
    return (
      this.#waits.mayMatch(name) && this.#waits.match(calleeOf(node, this.#semantics)) !== null
    );
  }

  /** Returns true for a node that waits for the operation, or passes it on to code that may. */
  #uses(node: GoNode, operation: GoNode): boolean {
    switch (node.kind) {
      case "call_expression":
        return (
          argumentsOf(node).some((value) => this.#isOperation(value, operation)) &&
          !this.#isLog(node)
        );
      case "composite_literal": {
        const list = node.parent?.kind === "argument_list" ? node.parent.parent : null;
        const isLogged = list?.kind === "call_expression" && this.#isLog(list);
        return !isLogged && this.#contains(node, operation);
      }
      case "func_literal":
      case "return_statement":
      case "send_statement":
        return this.#contains(node, operation);
      case "assignment_statement":
        return (
          childrenOf(node.right).some((value) => this.#isOperation(value, operation)) &&
          childrenOf(node.left).some(({ kind }) => /^(?:selector|index)_/u.test(kind))
        );
      default:
        return false;
    }
  }

  #isLog(call: CallExpressionNode): boolean {
    return LOGS.test(calleeOf(call, this.#semantics).name);
  }

  /** Returns true for the operation, and for its id: nothing else of it can be waited for. */
  #isOperation(value: GoNode, operation: GoNode): boolean {
    if (value.kind === "selector_expression") {
      return ID.test(value.field.text) && this.#refersTo(value.operand, operation);
    }
    return this.#refersTo(value, operation);
  }

  #contains(node: GoNode, operation: GoNode): boolean {
    const { tree } = this.#sourceCode;
    return tree.nodesOfKind(["identifier"], node).some((found) => {
      const { parent } = found;
      return this.#isOperation(
        parent?.kind === "selector_expression" ? parent : found,
        operation,
      );
    });
  }

  #replaces(node: GoNode, operation: GoNode): boolean {
    return (
      (node.kind === "assignment_statement" || node.kind === "short_var_declaration") &&
      childrenOf(node.left).some((target) => this.#refersTo(target, operation))
    );
  }

  #refersTo(node: GoNode, operation: GoNode): boolean {
    if (node.kind !== "identifier" || node.text !== operation.text) return false;
    const symbol = this.#semantics.resolve(operation);
    return symbol !== null && !symbol.isUniverse && refersTo(node, symbol, this.#semantics);
  }
}

function linesOf(exits: readonly Exit[], replacing: ReadonlySet<GoNode>): number[] {
  const lines = exits.map(lineOfExit);
  for (const node of replacing) lines.push(node.loc.start.line);
  return lines.sort((a, b) => a - b);
}
