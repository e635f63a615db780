import type {
  FuncLiteralNode,
  FunctionDeclarationNode,
  MethodDeclarationNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";

/** What has a body that runs by itself. */
export type FunctionNode = FunctionDeclarationNode | MethodDeclarationNode | FuncLiteralNode;

/**
 * How a function is left:
 *
 * - `return`: a return statement.
 * - `end`: the end of the body.
 * - `panic`: a call that unwinds, such as `panic` or `t.Fatal`: deferred calls run.
 * - `exit`: a call that ends the program, such as `os.Exit`: no deferred call runs.
 */
export type ExitKind = "return" | "end" | "panic" | "exit";

/** A place where a function is left. */
export interface Exit {
  readonly kind: ExitKind;
  /** The return statement, the call, or the body whose end is reached. */
  readonly node: GoNode;
}

/** What runs at once between two branches of a function. */
export interface BasicBlock {
  /** What is evaluated, or null for a mere joint. */
  readonly node: GoNode | null;
  /** How the function is left after this step, or null. */
  readonly exit: Exit | null;
  /** Where it goes on. None where the function is left, or waits for ever. */
  readonly successors: Successor[];
}

export interface Successor {
  readonly to: BasicBlock;
  /** Of a way that is taken if a condition has this outcome. */
  readonly branch?: Branch;
}

/** A condition without `&&`, `||`, `!` and parentheses, and how it comes out. */
export interface Branch {
  readonly condition: GoNode;
  readonly outcome: boolean;
}

/** The function, method or function literal that a node stands in, or null. */
export function enclosingFunction(node: GoNode): FunctionNode | null {
  for (let { parent } = node; parent; { parent } = parent) {
    switch (parent.kind) {
      case "function_declaration":
      case "method_declaration":
      case "func_literal":
        return parent;
    }
  }
  return null;
}
