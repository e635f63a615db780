import {
  argumentsOf,
  assignmentTargetsOf,
  childrenOf,
  controlFlowGraphOf,
  enclosingFunction,
  isCallTo,
  type CallExpressionNode,
  type Exit,
  type GoNode,
} from "@gopherwood/core";
import { certainErrorAt, mayBeError } from "./error-guards.ts";
import { JobUses, type JobUse } from "./job-uses.ts";
import type { JobFile } from "./jobs.ts";

/** The verdict on a call that starts a job, or the message about it. */
export type StartJudgement =
  | { readonly verdict: "compliant" }
  | { readonly verdict: "exempt" | "undecided"; readonly reason: string }
  | { readonly messageId: "dropped" | "unchecked" }
  | { readonly messageId: "usedUnchecked"; readonly error: GoNode; readonly job: GoNode }
  | { readonly messageId: "open"; readonly exits: readonly Exit[]; readonly job: GoNode };

const CALLER = { verdict: "exempt", reason: "the caller gets the job" } as const;

/** Judges a call of `StartJob`, which returns a context, the job's id and an error. */
export function judgeStart(call: CallExpressionNode, file: JobFile): StartJudgement {
  const targets = assignmentTargetsOf(call);
  const [, job] = targets;
  if (isReturned(call)) return CALLER;
  if (!job) {
    return call.parent?.kind === "expression_statement"
      ? { messageId: "dropped" }
      : { verdict: "undecided", reason: "the job is passed on" };
  }
  if (job.text === "_") return { messageId: "dropped" };
  if (job.kind !== "identifier") {
    return { verdict: "undecided", reason: `'${job.text}' may be ended elsewhere` };
  }
  const error = targets.at(-1);
  if (error?.text === "_") return { messageId: "unchecked" };
  if (error?.kind === "identifier" && isUsedBefore(call, job, error, file)) {
    return { messageId: "usedUnchecked", error, job };
  }
  return judgeEnd(call, job, file);
}

/** Judges whether every path from the start of a job to an exit ends the job. */
function judgeEnd(call: CallExpressionNode, job: GoNode, file: JobFile): StartJudgement {
  const uses = new JobUses(file, job);
  const exitsAvoiding = (...avoided: (JobUse | null)[]) =>
    exitsFrom(call, (node) => avoided.includes(uses.of(node)), file);
  const openExits = (...avoided: JobUse[]) => {
    const exits = exitsAvoiding(...avoided);
    if (exits.length === 0) return exits;
    const unconditional = exitsAvoiding(...avoided, "ends on error").map(({ node }) => node);
    return exits.filter(
      (exit) => unconditional.includes(exit.node) || !isCertainError(exit, file),
    );
  };
  if (openExits("ends").length === 0) return { verdict: "compliant" };
  if (openExits("ends", "returns").length === 0) return CALLER;
  const exits = openExits("ends", "returns", "escapes");
  return exits.length > 0
    ? { messageId: "open", exits, job }
    : { verdict: "undecided", reason: `'${job.text}' is passed to code that may end the job` };
}

/** Returns true for a return of an error that is not nil. */
function isCertainError({ kind, node }: Exit, { sourceCode, semantics }: JobFile): boolean {
  if (kind !== "return") return false;
  const error = certainErrorAt(node, sourceCode, semantics, mayBeError);
  const [list] = childrenOf(node);
  const last = list && childrenOf(list).at(-1);
  if (!last) return error !== null;
  return last.kind === "call_expression"
    ? isCallTo(last, ["fmt.Errorf", "errors.New"], semantics)
    : last.text === error?.text;
}

/** Returns the exits of paths on which a job was started and that avoid some nodes. */
function exitsFrom(
  call: CallExpressionNode,
  passes: (node: GoNode) => boolean,
  { semantics }: JobFile,
): Exit[] {
  const around = enclosingFunction(call);
  if (!around) return [];
  return controlFlowGraphOf(around, semantics)
    .exitsAvoiding(call, {
      // A closure is judged as a whole.
      passes: (node) => enclosingFunction(node) === around && passes(node),
      error: assignmentTargetsOf(call).at(-1),
    })
    .filter(({ kind }) => kind !== "panic");
}

/** Returns true if a call takes the job as an argument before the error is read. */
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
      argumentsOf(node).some((value) => jobs.means(value, job));
    return isUsed;
  };
  if (around) controlFlowGraphOf(around, semantics).exitsAvoiding(start, { passes });
  return isUsed;
}

function isReturned({ parent }: GoNode): boolean {
  return parent?.kind === "expression_list" && parent.parent?.kind === "return_statement";
}
