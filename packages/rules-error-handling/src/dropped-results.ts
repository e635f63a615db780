import type { CallExpressionNode, GoNode } from "@gopherwood/core";
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
    case "expression_list": {
      const statement = parent.parent;
      const names = namesGiven(statement, parent);
      if (!statement || !names) return null;
      const values = parent.namedChildren.filter(({ kind }) => kind !== "comment");
      // `a, b = f(), g()` gives one value to each, `a, b = f()` all of one call.
      const given = values.length > 1 ? names.slice(values.indexOf(value)).slice(0, 1) : names;
      if (given.at(-1)?.text !== "_") return null;
      const drop = given.every(({ text }) => text === "_") ? "blank" : "partly blank";
      return { drop, statement };
    }
    default:
      return null;
  }
}

/** What the values of an assignment or declaration are given to. */
function namesGiven(statement: GoNode | null, values: GoNode): readonly GoNode[] | null {
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration":
      return statement.right === values
        ? statement.left.namedChildren.filter(({ kind }) => kind !== "comment")
        : null;
    case "var_spec":
      return statement.name;
    default:
      return null;
  }
}
