import {
  contains,
  initializerOf,
  isOnlyUse,
  usesOf,
  type DeclaredSymbol,
  type CallExpressionNode,
  type FuncLiteralNode,
  type GoNode,
} from "@gopherwood/core";
import { lineBreakAt } from "./job-outcome.ts";
import { mayAssign } from "./job-uses.ts";
import type { JobFile } from "./jobs.ts";

/** A closure that runs as a step of a job. */
export interface Step {
  readonly call: CallExpressionNode;
  readonly closure: FuncLiteralNode;
}

/** A range, whose offsets are UTF-16 units, and its new text. */
export interface Edit {
  readonly range: [start: number, end: number];
  readonly text: string;
}

/**
 * Returns the edits by which closures take a logger from their own context, all at once.
 * Null if the logger is not plainly the tracker's, a closure has no name for its context,
 * or the code would not compile.
 */
export function ownLoggers(
  logger: DeclaredSymbol,
  steps: readonly Step[],
  file: JobFile,
): Edit[] | null {
  const { sourceCode, semantics, jobs } = file;
  const { tree, text } = sourceCode;
  const definition = initializerOf(logger.node, semantics);
  if (!definition || !jobs.isCall(definition, "Logger")) return null;

  const uses = tree
    .nodesOfKind(["identifier"])
    .filter((node) => node.text === logger.name && node !== logger.node);
  const edits: Edit[] = [];
  for (const { call, closure } of steps) {
    const inside = uses.filter((node) => contains(closure, node));
    const isPlain = inside.every(
      (node) => semantics.resolve(node) === logger && !mayAssign(node),
    );
    const own = isPlain ? declarationIn(closure, call, logger.name) : null;
    const [first] = closure.body.namedChildren.flatMap((list) => list.namedChildren);
    if (own === null || !first) return null;
    const [start] = first.range;
    edits.push({ range: [start, start], text: own + lineBreakAt(first, text) });
  }
  const outside = usesOf(logger, semantics, sourceCode).filter(
    (node) => !steps.some(({ closure }) => contains(closure, node)),
  );
  if (outside.some((node) => !mayAssign(node))) return edits;
  const removal = outside.length === 0 ? removalOf(logger, definition, file) : null;
  return removal && [removal, ...edits];
}

/** Returns the line that declares a logger of the step, or null. */
function declarationIn(
  closure: FuncLiteralNode,
  call: CallExpressionNode,
  name: string,
): string | null {
  const { function: selector } = call;
  const [parameter] = closure.parameters.namedChildren;
  const context = parameter?.kind === "parameter_declaration" ? parameter.name[0]?.text : null;
  if (!context || context === "_" || closure.parent !== call.arguments) return null;
  if (selector.kind !== "selector_expression") return null;
  const tracker = selector.operand.text;
  return tracker.split(/\W/u).includes(context)
    ? null
    : `${name} := ${tracker}.Logger(${context})`;
}

/**
 * Returns the edit that removes the declaration of one variable, with the space up to the
 * next statement. Null if its definition is the only use of another variable.
 */
function removalOf(
  { declaration }: DeclaredSymbol,
  definition: GoNode,
  { sourceCode, semantics }: JobFile,
): Edit | null {
  const { parent } = declaration;
  if (declaration.kind !== "short_var_declaration" || parent?.kind !== "statement_list") {
    return null;
  }
  const next = parent.namedChildren[parent.namedChildren.indexOf(declaration) + 1];
  if (declaration.left.namedChildren.length !== 1 || !next || next.kind === "comment") {
    return null;
  }
  const isNeeded = sourceCode.tree
    .nodesOfKind(["identifier"], definition)
    .some((node) => isOnlyUse(node, semantics, sourceCode));
  return isNeeded ? null : { range: [declaration.range[0], next.range[0]], text: "" };
}
