import { LONGEST_LIST, type Context } from "../context.ts";
import { details, paragraph, type Block } from "../markdown/nodes.ts";

/**
 * Returns a table of the first rows, and the others folded away below it, or counted.
 *
 * @param summaryOf Returns the summary of the others: `3 more files`.
 */
export function cutTable<Row>(
  rows: readonly Row[],
  tableOf: (rows: Row[]) => Block,
  { options }: Context,
  summaryOf: (others: Row[]) => string,
  longest = LONGEST_LIST,
): Block[] {
  const shown = rows.slice(0, longest);
  const others = rows.slice(longest);
  if (others.length === 0) return [tableOf(shown)];
  const summary = summaryOf(others);
  return options.collapsible
    ? [tableOf(shown), ...details(summary, [tableOf(others)])]
    : [tableOf(shown), paragraph(`And ${summary}.`)];
}
