import { lineLink, type Context } from "../context.ts";
import { code, list, paragraph, strong, type Block, type Item } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import { groupBy } from "@gopherwood/core/report";

/** Returns the syntax errors and problems of the run, up to some of each. */
export function limits(context: Context, most: number): Block[] {
  const { report } = context.assessment;
  const broken = report.files.filter(({ syntaxError }) => syntaxError);
  const items = [
    ...broken.slice(0, most).map(({ path, syntaxError }) => ({
      text: [
        ...lineLink(path, syntaxError?.line ?? 1, context),
        `: ${syntaxError?.message ?? ""}`,
      ],
    })),
    ...more(broken.length - most, "more file", "with syntax errors"),
    ...problems(context, most),
  ];
  return items.length === 0
    ? []
    : [paragraph(strong("Not read, or read in part"), ":"), list(items)];
}

/** Returns the problems of the run, one item for each message. */
function problems({ assessment: { report } }: Context, most: number): Item[] {
  const kinds = [...groupBy(report.problems, ({ message }) => message)];
  const others = kinds.slice(most).flatMap(([, some]) => some).length;
  return [
    ...kinds.slice(0, most).map(([message, [first, ...rest]]) => ({
      text: [
        code(first?.path ?? ""),
        rest.length > 0 ? ` and ${counted(rest.length, "more place")}` : "",
        `: ${message}`,
      ],
    })),
    ...more(others, "more problem", "of the run"),
  ];
}

function more(count: number, noun: string, what: string): Item[] {
  return count > 0 ? [{ text: [`${counted(count, noun)} ${what}`] }] : [];
}
