import type { Linter } from "eslint";
import { NotReadYet } from "../source/not-read-yet.ts";
import type { FileMessages } from "./eslint-result.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";

/**
 * Calls a part of a rule, unless the rule waits for packages that are not read yet.
 *
 * @param waiting The ids of the rules that wait.
 */
export function callUnlessWaiting<Argument, T>(
  ruleId: string,
  waiting: Set<string>,
  part: (argument: Argument) => T,
  argument: Argument,
): T | undefined {
  if (waiting.size > 0 && waiting.has(ruleId)) return undefined;
  try {
    return part(argument);
  } catch (error) {
    if (!(error instanceof NotReadYet)) throw error;
    waiting.add(ruleId);
    return undefined;
  }
}

/**
 * Removes the findings of the rules that wait, which are not all, and those that may change when
 * they have run.
 */
export function withoutWaiting(
  found: FileMessages,
  { judgements, waitingRules }: GoSourceCode,
): FileMessages {
  if (waitingRules.size === 0) return found;
  const isOfOthers = ({ ruleId }: { readonly ruleId: string | null }) =>
    ruleId === null || !waitingRules.has(ruleId);
  judgements.splice(0, judgements.length, ...judgements.filter(isOfOthers));
  return {
    // A directive that seems unused may be for one of them.
    messages: found.messages.filter((one) => isOfOthers(one) && !isUnusedDirective(one)),
    suppressedMessages: found.suppressedMessages.filter(isOfOthers),
  };
}

function isUnusedDirective({ ruleId, message }: Linter.LintMessage): boolean {
  return ruleId === null && message.startsWith("Unused ");
}
