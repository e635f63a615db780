import type { FunctionNode, GoNode } from "@gopherwood/core";

/** How code names the two ends of a job. */
export interface Outcomes {
  /** The status of a job that did what it should, as a name pattern. */
  readonly completed: string;
  /** The name of the status of one that did not, in the same package. */
  readonly failed: string;
}

export const DEFAULT_OUTCOMES: Outcomes = {
  completed: "joblog.StatusCompleted",
  failed: "StatusFailed",
};

/** The outcomes as properties of a rule's schema. */
export const OUTCOME_PROPERTIES = {
  completed: {
    description: "The status of a job that did what it should, as a name pattern.",
    type: "string",
    pattern: String.raw`^.+\.[^./]+$`,
  },
  failed: {
    description: "The name of the status of a job that failed, in the same package.",
    type: "string",
  },
} as const;

/** What the error result of a function is called. */
export interface NamedError {
  readonly name: string;
  /** What has to be written for it to have that name, or null if it has. */
  readonly edit: { readonly node: GoNode; readonly text: string } | null;
}

/** A name that functions do not have yet. */
const NEW_NAME = "failure";

interface Result {
  readonly type: string;
  readonly name: string | null;
}

/** The results of a function as they are declared, one for each name. */
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

/** True for a function whose last result is an error. */
export function returnsError(node: FunctionNode): boolean {
  return resultsOf(node).at(-1)?.type === "error";
}

/** How a deferred closure gets to see the error that a function returns; null if it cannot. */
export function namedErrorOf(node: FunctionNode): NamedError | null {
  const { result } = node;
  const results = resultsOf(node);
  const last = results.at(-1);
  if (last?.type !== "error" || !result) return null;
  if (last.name !== null && last.name !== "_") return { name: last.name, edit: null };
  const isTaken = new RegExp(`\\b${NEW_NAME}\\b`, "u").test(node.text);
  if (last.name === "_" || isTaken || /\/[/*]/u.test(result.text)) return null;
  const others = results.slice(0, -1).map(({ type }) => `_ ${type}`);
  const text = `(${[...others, `${NEW_NAME} error`].join(", ")})`;
  return { name: NEW_NAME, edit: { node: result, text } };
}

/** The parts of a deferred closure that ends a job, as they are written. */
export interface DeferredEnd {
  /** Such as `e.tracker.EndJob(ctx, jobID`. */
  readonly call: string;
  readonly completed: string;
  readonly failed: string;
  readonly error: string;
}

/** A deferred closure that ends a job as the function ends. */
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

/** The line break and the indentation of a statement's line. */
export function lineBreakAt(statement: GoNode, text: string): string {
  const [start] = statement.range;
  const [indent = ""] =
    /^[ \t]*/u.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1)) ?? [];
  return `\n${indent}`;
}
