import { lineIndentAt, type FunctionNode, type GoNode } from "@gopherwood/core";

/** The error result of a function, with a name. */
export interface NamedError {
  readonly name: string;
  /** The edit that gives it this name, or null if it has it already. */
  readonly edit: { readonly node: GoNode; readonly text: string } | null;
}

/** A name that few functions use. */
const NEW_NAME = "failure";

interface Result {
  readonly type: string;
  readonly name: string | null;
}

/** Returns the declared results of a function, one for each name. */
function resultsOf({ result }: FunctionNode): Result[] {
  if (!result) return [];
  if (result.kind !== "parameter_list") return [{ type: result.text, name: null }];
  return result.namedChildren.flatMap((declaration): Result[] => {
    if (declaration.kind !== "parameter_declaration") return [];
    const type = declaration.type.text;
    const names = declaration.name.map(({ text }) => text);
    return names.length > 0 ? names.map((name) => ({ type, name })) : [{ type, name: null }];
  });
}

/** Returns true for a function whose last result is an error. */
export function returnsError(node: FunctionNode): boolean {
  return resultsOf(node).at(-1)?.type === "error";
}

/** Returns the error that a deferred closure can read, or null if the function has none. */
export function namedErrorOf(node: FunctionNode): NamedError | null {
  const { result } = node;
  const results = resultsOf(node);
  const last = results.at(-1);
  if (last?.type !== "error" || !result) return null;
  if (last.name !== null && last.name !== "_") return { name: last.name, edit: null };
  const isUsed = new RegExp(`\\b${NEW_NAME}\\b`, "u").test(node.text);
  if (last.name === "_" || isUsed || /\/[/*]/u.test(result.text)) return null;
  const others = results.slice(0, -1).map(({ type }) => `_ ${type}`);
  const text = `(${[...others, `${NEW_NAME} error`].join(", ")})`;
  return { name: NEW_NAME, edit: { node: result, text } };
}

/** The parts of a deferred closure that ends a job, as Go text. */
export interface DeferredEnd {
  /** Such as `e.tracker.EndJob(ctx, jobID`. */
  readonly call: string;
  readonly completed: string;
  readonly failed: string;
  readonly error: string;
}

/** Returns a deferred closure that ends a job with the outcome of the function. */
export function deferredEnd(
  { call, completed, failed, error }: DeferredEnd,
  statement: GoNode,
  text: string,
): string {
  const lines = [
    "defer func() {",
    `\tstatus := ${completed}`,
    `\tif ${error} != nil {`,
    `\t\tstatus = ${failed}`,
    "\t}",
    `\t${call}, status, ${error})`,
    "}()",
  ];
  return lines.join(lineBreakAt(statement, text));
}

/** Returns a line break and the indent of a statement's line. */
export function lineBreakAt(statement: GoNode, text: string): string {
  return `\n${lineIndentAt(text, statement.range[0])}`;
}
