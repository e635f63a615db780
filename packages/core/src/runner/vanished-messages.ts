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
    const afterwards = after.filter(isOfRule).map(textOf);
    const left = new Map<string, number>();
    for (const text of afterwards) left.set(text, (left.get(text) ?? 0) + 1);
    const fixed = applied.filter((other) => other === ruleId).length;
    const gone = before.filter((message) => {
      if (!isOfRule(message)) return false;
      const text = textOf(message);
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count <= 0;
    });
    const kept = before.filter(isOfRule).length - gone.length;
    // A message that is left with other words is one of those that are gone.
    const count = gone.length - (afterwards.length - kept) - fixed;
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
