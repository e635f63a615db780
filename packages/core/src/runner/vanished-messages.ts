import type { Linter } from "eslint";

type Messages = readonly Linter.LintMessage[];

/**
 * Returns the messages that were there before fixes and are not after them, though fewer fixes of
 * their rules were applied than messages went: the fix of another rule hides them.
 *
 * @param applied The rules of the fixes that were applied, one for each.
 */
export function vanishedMessages(
  before: Messages,
  after: Messages,
  applied: readonly (string | null)[],
): Linter.LintMessage[] {
  if (applied.length === 0) return [];
  const rules = new Set(before.map(({ ruleId }) => ruleId));
  return [...rules].flatMap((ruleId) => {
    if (ruleId === null) return [];
    const isOfRule = (message: Linter.LintMessage) => message.ruleId === ruleId;
    const left = after.filter(isOfRule).map(textOf);
    const fixed = applied.filter((other) => other === ruleId).length;
    const gone = before.filter((message) => {
      if (!isOfRule(message)) return false;
      const index = left.indexOf(textOf(message));
      if (index !== -1) left.splice(index, 1);
      return index === -1;
    });
    // A message that is left with other words is one of those that are gone.
    const count = gone.length - left.length - fixed;
    return count > 0 ? withoutFixFirst(gone).slice(0, count) : [];
  });
}

function textOf({ messageId, message }: Linter.LintMessage): string {
  return `${messageId ?? ""} ${message}`;
}

/** Returns messages in an order in which those that were fixed, if any was, come last. */
function withoutFixFirst(messages: Messages): Linter.LintMessage[] {
  return messages.toSorted((a, b) => Number(a.fix !== undefined) - Number(b.fix !== undefined));
}
