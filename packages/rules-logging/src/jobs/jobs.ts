import {
  calleeOf,
  initializerOf,
  NamePatterns,
  type CallExpressionNode,
  type Callee,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";

/** The methods of a job tracker. */
export type TrackerMethod = "StartJob" | "EndJob" | "RunStep" | "Logger";

/** Far more steps than a logger takes from its definition to its use. */
const MAX_STEPS = 20;

/** The callee of a call that calls, or may call, a method of a tracker. */
export type TrackerCall = Exclude<Callee, { kind: "function" }>;

/** A file in which jobs are started. */
export interface JobFile {
  readonly sourceCode: GoSourceCode;
  readonly semantics: SemanticModel;
  readonly jobs: Jobs;
}

/** Finds the calls of trackers in a file, and the uses of a job. */
export class Jobs {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #trackers: NamePatterns;

  /** @param trackers The types of job trackers, as name patterns. */
  constructor(sourceCode: GoSourceCode, semantics: SemanticModel, trackers: readonly string[]) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#trackers = new NamePatterns(trackers, semantics);
  }

  /** Returns the callee of a call that calls, or may call, this method of a tracker, or null. */
  callOf(call: CallExpressionNode, method: TrackerMethod): TrackerCall | null {
    const { function: selector } = call;
    if (selector.kind !== "selector_expression" || selector.field.text !== method) return null;
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind === "function") return null;
    return callee.kind === "unknown" || this.isTracker(callee) ? callee : null;
  }

  /** Returns true for a call that certainly calls this method of a tracker. */
  isCall(node: GoNode, method: TrackerMethod): node is CallExpressionNode {
    return node.kind === "call_expression" && this.callOf(node, method)?.kind === "method";
  }

  /** Returns true for a method of a tracker. */
  isTracker({ receiver }: Extract<Callee, { kind: "method" }>): boolean {
    return this.#trackers.matches(receiver);
  }

  /** Returns true for a logger that a tracker made, followed back through variables and chains. */
  isLogger(value: GoNode, step = 0): boolean {
    if (step > MAX_STEPS) return false;
    if (value.kind === "identifier") {
      const initializer = initializerOf(value, this.#semantics);
      return initializer !== null && this.isLogger(initializer, step + 1);
    }
    if (value.kind !== "call_expression") return false;
    const { function: selector } = value;
    return (
      this.isCall(value, "Logger") ||
      (selector.kind === "selector_expression" &&
        selector.field.text.startsWith("With") &&
        this.isLogger(selector.operand, step + 1))
    );
  }

  /** Returns the calls of a tracker's method in a node. */
  callsIn(node: GoNode, method: TrackerMethod): CallExpressionNode[] {
    return this.#sourceCode.tree
      .nodesOfKind(["call_expression"], node)
      .filter((call) => this.isCall(call, method));
  }

  /** Returns true if a node is or contains the variable that an identifier refers to. */
  mentions(node: GoNode, variable: GoNode): boolean {
    return this.#sourceCode.tree
      .nodesOfKind(["identifier"], node)
      .some((found) => this.means(found, variable));
  }

  /** Returns true if a node is the variable that an identifier refers to. */
  means(node: GoNode, variable: GoNode): boolean {
    if (node.kind !== "identifier" || node.text !== variable.text) return false;
    const symbol = this.#semantics.resolve(variable);
    return symbol !== null && this.#semantics.resolve(node) === symbol;
  }
}
