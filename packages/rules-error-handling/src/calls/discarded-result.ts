import {
  assignmentTargetsOf,
  withParentheses,
  type CallExpressionNode,
  type GoNode,
} from "@gopherwood/core";

/** The way in which the last result of a call is discarded. */
export type DiscardKind =
  /** `f()` alone. */
  | "statement"
  /** `defer f()`. */
  | "defer"
  /** `go f()`. */
  | "go"
  /** `_ = f()`, `_, _ = f()`: none of its results is used. */
  | "blank"
  /** `x, _ := f()`: its other results are used. */
  | "partly blank";

/** The way in which the last result of a call is discarded, and the statement that does so. */
export interface DiscardedResult {
  readonly kind: DiscardKind;
  readonly statement: GoNode;
}

/** Returns how the last result of a call is discarded, or null if it is used. */
export function discardedResultOf(call: CallExpressionNode): DiscardedResult | null {
  const value = withParentheses(call);
  const { parent } = value;
  switch (parent?.kind) {
    case "expression_statement":
      return { kind: "statement", statement: parent };
    case "defer_statement":
      return { kind: "defer", statement: parent };
    case "go_statement":
      return { kind: "go", statement: parent };
    default: {
      const targets = assignmentTargetsOf(value);
      if (targets.at(-1)?.text !== "_") return null;
      const kind = targets.every(({ text }) => text === "_") ? "blank" : "partly blank";
      return { kind, statement: parent?.parent ?? value };
    }
  }
}
