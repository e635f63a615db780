import type { RuleDefinition } from "@eslint/core";
import { codeFrame } from "./code-frame.ts";
import type { LintOutcome } from "./engine.ts";
import { markOfMessage, markOfSite, RuleTestError } from "./failure.ts";

/**
 * Checks that what a rule says can be printed: its messages and suggestions have no placeholder
 * that no `data` filled, and its exempt sites have a reason.
 *
 * @throws {RuleTestError} If one does not.
 */
export function assertPrintable(
  { meta }: RuleDefinition,
  { messages, sites }: LintOutcome,
  text: string,
): void {
  const raw = Object.values((meta?.messages ?? {}) as Readonly<Record<string, string>>);
  const placeholders = raw.flatMap((message) => message.match(/\{\{[^{}]+\}\}/gu) ?? []);
  for (const message of messages) {
    const texts = [message.message, ...(message.suggestions ?? []).map(({ desc }) => desc)];
    const left = placeholders.find((placeholder) =>
      texts.some((one) => one.includes(placeholder)),
    );
    if (left !== undefined) {
      throw new RuleTestError(
        `No 'data' fills the placeholder ${left}.\n\n${codeFrame(text, [markOfMessage(message)])}`,
      );
    }
  }
  const silent = sites.filter(({ verdict, reason = "" }) => verdict === "exempt" && !reason);
  if (silent.length > 0) {
    throw new RuleTestError(
      "An exempt site needs a 'reason', which reports print.\n\n" +
        codeFrame(text, silent.map(markOfSite)),
    );
  }
}
