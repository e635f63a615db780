import {
  controlFlowGraphOf,
  enclosingFunction,
  assignmentTargetsOf,
  type CallExpressionNode,
  type Exit,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { JobHanding, type Handing } from "./job-handing.ts";
import type { Jobs } from "./jobs.ts";

/** What is to be said of a call that starts a job. */
export type StartJudgement =
  | { readonly verdict: "compliant" }
  | { readonly verdict: "exempt" | "undecided"; readonly reason: string }
  | { readonly messageId: "dropped" | "unchecked" }
  | { readonly messageId: "usedUnchecked"; readonly error: GoNode; readonly job: GoNode }
  | { readonly messageId: "open"; readonly exits: readonly Exit[]; readonly job: GoNode };

/** The file that a job is started in. */
export interface JobFile {
  readonly sourceCode: GoSourceCode;
  readonly semantics: SemanticModel;
  readonly jobs: Jobs;
}

const CALLER = { verdict: "exempt", reason: "the caller gets the job" } as const;

/** Judges a call of `StartJob`, which gives a context, the job's id and an error. */
export function judgeStart(call: CallExpressionNode, file: JobFile): StartJudgement {
  const targets = assignmentTargetsOf(call);
  const [, job] = targets;
  if (isReturned(call)) return CALLER;
  if (!job) {
    return call.parent?.kind === "expression_statement"
      ? { messageId: "dropped" }
      : { verdict: "undecided", reason: "the job is handed on" };
  }
  if (job.text === "_") return { messageId: "dropped" };
  if (job.kind !== "identifier") {
    return { verdict: "undecided", reason: `'${job.text}' may be ended from elsewhere` };
  }
  const error = targets.at(-1);
  if (error?.text === "_") return { messageId: "unchecked" };
  if (error?.kind === "identifier" && isUsedBefore(call, job, error, file)) {
    return { messageId: "usedUnchecked", error, job };
  }
  return judgeEnd(call, job, file);
}

/** Says whether the job is ended on every way that leaves the function. */
function judgeEnd(call: CallExpressionNode, job: GoNode, file: JobFile): StartJudgement {
  if (exitsWithout(["ends"], call, job, file).length === 0) return { verdict: "compliant" };
  if (exitsWithout(["ends", "hands on"], call, job, file).length === 0) return CALLER;
  const exits = exitsWithout(["ends", "hands on", "unknown"], call, job, file);
  return exits.length > 0
    ? { messageId: "open", exits, job }
    : { verdict: "undecided", reason: `'${job.text}' is handed to what may end the job` };
}

/** Where the function is left without having done any of these with the job. */
function exitsWithout(
  handings: readonly Handing[],
  call: CallExpressionNode,
  job: GoNode,
  { sourceCode, semantics, jobs }: JobFile,
): Exit[] {
  const around = enclosingFunction(call);
  if (!around) return [];
  const handing = new JobHanding(sourceCode, semantics, jobs, job);
  return controlFlowGraphOf(around, semantics)
    .exitsAvoiding(call, {
      passes: (node) => handings.includes(handing.of(node)),
      error: assignmentTargetsOf(call).at(-1),
    })
    .filter(({ kind }) => kind !== "panic");
}

/** True if a call is given the job before the error was looked at. */
function isUsedBefore(
  start: CallExpressionNode,
  job: GoNode,
  error: GoNode,
  { semantics, jobs }: JobFile,
): boolean {
  const around = enclosingFunction(start);
  let isUsed = false;
  const passes = (node: GoNode) => {
    // A defer before the start is asked about too.
    if (node.range[1] < start.range[0]) return false;
    if (isUsed || jobs.means(node, error)) return true;
    isUsed =
      node.kind === "call_expression" &&
      node.arguments.namedChildren.some((value) => jobs.means(value, job));
    return isUsed;
  };
  if (around) controlFlowGraphOf(around, semantics).exitsAvoiding(start, { passes: passes });
  return isUsed;
}

function isReturned({ parent }: GoNode): boolean {
  return parent?.kind === "expression_list" && parent.parent?.kind === "return_statement";
}
