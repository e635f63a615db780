import {
  enclosingFunction,
  assignmentTargetsOf,
  statementsOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { deferredEnd, lineBreakAt, namedErrorOf, type NamedError } from "./job-outcome.ts";
import type { JobFile } from "./jobs.ts";
import type { Outcomes } from "./options.ts";

/** The text that ends a job. */
export interface MissingEnd {
  /** The statement that it follows. */
  readonly after: GoNode;
  readonly text: string;
  /** The edit that gives the error result a name, if it has none. */
  readonly edit: NamedError["edit"];
}

/**
 * Returns the deferred closure that ends a job, after the check of the error of its start.
 * Null if the job is ended on some path: it would be ended twice.
 */
export function missingEnd(
  call: CallExpressionNode,
  job: GoNode,
  { sourceCode, semantics, jobs }: JobFile,
  { completed, failed }: Outcomes,
): MissingEnd | null {
  const around = enclosingFunction(call);
  const body = around?.body;
  const start = call.parent?.parent;
  const [context, , startError] = assignmentTargetsOf(call);
  const { function: selector } = call;
  if (!body || start?.parent?.parent !== body || jobs.callsIn(body, "EndJob").length > 0) {
    return null;
  }
  if (selector.kind !== "selector_expression" || !context || context.text === "_") return null;

  const dot = completed.lastIndexOf(".");
  const statuses = localName(completed.slice(0, dot), semantics);
  const error = namedErrorOf(around);
  const statements = statementsOf(body);
  const after = statements[statements.indexOf(start) + 1];
  const isCheck =
    after?.kind === "if_statement" &&
    startError !== undefined &&
    jobs.mentions(after.condition, startError);
  if (statuses === null || !error || !isCheck) return null;
  const end = deferredEnd(
    {
      call: `${selector.operand.text}.EndJob(${context.text}, ${job.text}`,
      completed: statuses + completed.slice(dot),
      failed: `${statuses}.${failed}`,
      error: error.name,
    },
    after,
    sourceCode.text,
  );
  return { after, text: lineBreakAt(after, sourceCode.text) + end, edit: error.edit };
}

/** Returns the name of a package in a file that imports it, or null. */
function localName(path: string, semantics: SemanticModel): string | null {
  const found = semantics.imports.find(
    (goImport) => goImport.path === path || goImport.path.endsWith(`/${path}`),
  );
  return found?.name ?? null;
}
