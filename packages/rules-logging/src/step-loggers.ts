import {
  initializerOf,
  isOnlyUse,
  usesOf,
  type DeclaredSymbol,
  type CallExpressionNode,
  type FuncLiteralNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { lineBreakAt } from "./job-outcome.ts";
import type { Jobs } from "./jobs.ts";

/** A closure that runs as a step of a job. */
export interface Step {
  readonly call: CallExpressionNode;
  readonly closure: FuncLiteralNode;
}

/** Text to put in the place of a range, whose offsets are UTF-16 units. */
export interface Edit {
  readonly range: [start: number, end: number];
  readonly text: string;
}

/** True for a node that stands in another. */
export function isWithin({ range: [start, end] }: GoNode, { range }: GoNode): boolean {
  return range[0] <= start && end <= range[1];
}

/**
 * The edits by which closures take a logger from their own context, all at once. Null if
 * the logger is not plainly the tracker's, a closure has no name for its context, or code
 * would be left that does not compile.
 */
export function ownLoggers(
  logger: DeclaredSymbol,
  steps: readonly Step[],
  {
    sourceCode,
    semantics,
    jobs,
  }: { sourceCode: GoSourceCode; semantics: SemanticModel; jobs: Jobs },
): Edit[] | null {
  const { tree, text } = sourceCode;
  const initializer = initializerOf(logger.node, semantics);
  if (!initializer || !jobs.isCall(initializer, "Logger")) return null;

  const uses = tree
    .nodesOfKind(["identifier"])
    .filter((node) => node.text === logger.name && node !== logger.node);
  const edits: Edit[] = [];
  for (const { call, closure } of steps) {
    const inside = uses.filter((node) => isWithin(node, closure));
    const isPlain = inside.every(
      (node) => semantics.resolve(node) === logger && !isAssigned(node),
    );
    const own = isPlain ? declarationIn(closure, call, logger.name) : null;
    const [first] = closure.body.namedChildren.flatMap((list) => list.namedChildren);
    if (own === null || !first) return null;
    const [start] = first.range;
    edits.push({ range: [start, start], text: own + lineBreakAt(first, text) });
  }
  const outside = usesOf(logger, semantics, sourceCode).filter(
    (node) => !steps.some(({ closure }) => isWithin(node, closure)),
  );
  if (outside.some((node) => !isAssigned(node))) return edits;
  // Without its declaration, what is read for it may be unused.
  const mayGo =
    outside.length === 0 &&
    tree
      .nodesOfKind(["identifier"], initializer)
      .every((node) => !isOnlyUse(node, semantics, sourceCode));
  const removal = mayGo ? removalOf(logger.declaration) : null;
  return removal && [removal, ...edits];
}

/** The line that declares a logger of the step, or null. */
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

function isAssigned({ parent }: GoNode): boolean {
  return parent?.kind === "expression_list" && parent.parent?.kind === "assignment_statement"
    ? parent.parent.left === parent
    : parent?.kind === "unary_expression" && parent.operator.text === "&";
}

/** A declaration of one variable, taken out with the space up to the next statement. */
function removalOf(declaration: GoNode): Edit | null {
  const { parent } = declaration;
  if (declaration.kind !== "short_var_declaration" || parent?.kind !== "statement_list") {
    return null;
  }
  const next = parent.namedChildren[parent.namedChildren.indexOf(declaration) + 1];
  if (declaration.left.namedChildren.length !== 1 || !next || next.kind === "comment") {
    return null;
  }
  return { range: [declaration.range[0], next.range[0]], text: "" };
}
