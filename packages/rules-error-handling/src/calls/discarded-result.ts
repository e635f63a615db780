import { assignmentTargetsOf, type CallExpressionNode, type GoNode } from "@gopherwood/core";
import { withParentheses } from "./errors.ts";

/** How the last result of a call is dropped. */
export type Drop =
  /** `f()` alone. */
  | "statement"
  /** `defer f()`. */
  | "defer"
  /** `go f()`. */
  | "go"
  /** `_ = f()`, `_, _ = f()`: nothing of it is used. */
  | "blank"
  /** `x, _ := f()`: its other results are used. */
  | "partly blank";

/** How the last result of a call is dropped, and the statement that drops it. */
export interface Dropped {
  readonly drop: Drop;
  readonly statement: GoNode;
}

/** Null if the last result of the call is used. */
export function dropOf(call: CallExpressionNode): Dropped | null {
  const value = withParentheses(call);
  const { parent } = value;
  switch (parent?.kind) {
    case "expression_statement":
      return { drop: "statement", statement: parent };
    case "defer_statement":
      return { drop: "defer", statement: parent };
    case "go_statement":
      return { drop: "go", statement: parent };
    default: {
      const targets = assignmentTargetsOf(value);
      if (targets.at(-1)?.text !== "_") return null;
      const drop = targets.every(({ text }) => text === "_") ? "blank" : "partly blank";
      return { drop, statement: parent?.parent ?? value };
    }
  }
}
