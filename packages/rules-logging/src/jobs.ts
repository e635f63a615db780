import {
  calleeOf,
  initializerOf,
  matchesName,
  type CallExpressionNode,
  type Callee,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";

/** The methods of a job tracker. */
export type TrackerMethod = "StartJob" | "EndJob" | "RunStep" | "Logger";

/** The trackers that are known without an option. */
export const DEFAULT_TRACKERS: readonly string[] = ["joblog.Tracker"];

/** Far more steps than a logger takes from where it is made to where it is used. */
const MAX_STEPS = 20;

/** A call that is, or may be, one of a tracker's method. */
export type TrackerCall = Exclude<Callee, { kind: "function" }>;

/** Finds what a file does with jobs. */
export class Jobs {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #trackers: readonly string[];

  /** @param trackers The types of job trackers, as name patterns. */
  constructor(sourceCode: GoSourceCode, semantics: SemanticModel, trackers: readonly string[]) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#trackers = trackers;
  }

  /** What a call of this name calls if that may be a tracker's method, or null. */
  callOf(call: CallExpressionNode, method: TrackerMethod): TrackerCall | null {
    const { function: selector } = call;
    if (selector.kind !== "selector_expression" || selector.field.text !== method) return null;
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind === "function") return null;
    return callee.kind === "unknown" || this.isTracker(callee) ? callee : null;
  }

  /** True for a call that is known to be one of a tracker's method. */
  isCall(node: GoNode, method: TrackerMethod): node is CallExpressionNode {
    return node.kind === "call_expression" && this.callOf(node, method)?.kind === "method";
  }

  isTracker({ receiver }: Extract<Callee, { kind: "method" }>): boolean {
    const { packageName } = this.#semantics;
    return this.#trackers.some((type) => matchesName(type, receiver, packageName));
  }

  /** True for a logger that a tracker gave, followed back through variables and chains. */
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

  /** The calls of a tracker's method in a node. */
  callsIn(node: GoNode, method: TrackerMethod): CallExpressionNode[] {
    return this.#sourceCode.tree
      .nodesOfKind(["call_expression"], node)
      .filter((call) => this.isCall(call, method));
  }

  /** True if a node is, or has in it, the variable that an identifier declares or means. */
  mentions(node: GoNode, variable: GoNode): boolean {
    return this.#sourceCode.tree
      .nodesOfKind(["identifier"], node)
      .some((found) => this.means(found, variable));
  }

  /** True if a node is the variable that an identifier declares or means. */
  means(node: GoNode, variable: GoNode): boolean {
    if (node.kind !== "identifier" || node.text !== variable.text) return false;
    const symbol = this.#semantics.resolve(variable);
    return symbol !== null && this.#semantics.resolve(node) === symbol;
  }
}
