import type {
  FuncLiteralNode,
  FunctionDeclarationNode,
  MethodDeclarationNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";

/** A function, method or function literal. */
export type FunctionNode = FunctionDeclarationNode | MethodDeclarationNode | FuncLiteralNode;

/**
 * The ways to leave a function:
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

/** Returns the line, from 1, in which a function is left. */
export function lineOfExit({ kind, node }: Exit): number {
  return kind === "end" ? node.loc.end.line : node.loc.start.line;
}

/** A node that is evaluated in one piece, and the blocks that follow it. */
export interface BasicBlock {
  /** The statement or expression that is evaluated, or null for an empty block. */
  readonly node: GoNode | null;
  /** The exit of the function after this block, or null. */
  readonly exit: Exit | null;
  /**
   * The blocks that may follow. There are none after an exit, or if the function waits for
   * ever.
   */
  readonly successors: Successor[];
}

export interface Successor {
  readonly to: BasicBlock;
  /** The branch that leads there, if the block ends in a condition. */
  readonly branch?: Branch;
}

/** A condition without `&&`, `||`, `!` and parentheses, and its outcome. */
export interface Branch {
  readonly condition: GoNode;
  readonly outcome: boolean;
}

/** Returns the innermost function, method or function literal around a node, or null. */
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
