import type { Context } from "../context.ts";
import { lineLink } from "../context.ts";
import {
  code,
  heading,
  list,
  paragraph,
  strong,
  type Block,
  type Inline,
  type Item,
} from "../markdown/nodes.ts";
import { counted, size } from "../markdown/words.ts";
import type { File } from "../model/assessment.ts";
import { groupBy } from "../model/group-by.ts";
import { glance } from "./glance.ts";
import { overallStatus } from "../model/overall.ts";

/** The title, what the document is, what was read for it and what was not. */
export function head(context: Context): Block[] {
  const { assessment, options } = context;
  const { report } = assessment;
  return [
    heading(1, options.title),
    list([
      { text: [strong("Date"), `: ${options.date}`] },
      { text: [strong("Status"), `: ${overallStatus(assessment)}`] },
      { text: [strong("Purpose"), `: ${options.purpose}`] },
      { text: [strong("Read"), ": ", ...whatWasRead(context)] },
      ...fixes(context),
      { text: [strong("Written by"), `: ${report.tool.name} ${report.tool.version}`] },
    ]),
    ...whatWasNotRead(context),
    heading(2, "At a glance"),
    ...glance(context),
  ];
}

function whatWasRead({ assessment: { report } }: Context): Inline[] {
  const files = report.files.filter(isRead);
  const lines = sum(files.map((file) => file.lines));
  const bytes = sum(files.map((file) => file.bytes));
  const judged = counted(report.sites.length, "site");
  const what = `${counted(files.length, "file")}, ${counted(lines, "line")}, ${size(bytes)}`;
  const { commit } = report;
  const where: Inline[] = commit
    ? [" at commit ", code(commit.hash.slice(0, 12)), ...branch(commit.branch)]
    : [];
  return [
    what,
    ...where,
    `; ${judged} judged by ${counted(Object.keys(report.rules).length, "rule")}`,
  ];
}

function fixes({ assessment: { report } }: Context): Item[] {
  const count = sum(report.fixes.map((fix) => fix.count));
  const files = new Set(report.fixes.map(({ file }) => file)).size;
  const what = `: ${counted(count, "violation")} in ${counted(files, "file")}, no longer listed`;
  return count === 0 ? [] : [{ text: [strong("Fixed by this run"), what] }];
}

function branch(name: string | undefined): Inline[] {
  return name === undefined ? [] : [" of ", code(name)];
}

function whatWasNotRead(context: Context): Block[] {
  const { report } = context.assessment;
  const generated = report.files.filter(({ outcome }) => outcome === "generated");
  const ignored =
    report.ignored + report.files.filter(({ outcome }) => outcome === "ignored").length;
  const broken = report.files.filter(({ syntaxError }) => syntaxError);
  const undecided = report.sites.filter(({ verdict }) => verdict === "undecided").length;
  const items: Item[] = [
    ...counts(generated.length, "generated file", "left alone"),
    ...counts(ignored, "file", "ignored by the config"),
    ...broken.slice(0, 10).map((file) => syntaxError(file, context)),
    ...counts(broken.length - 10, "more file", "with syntax errors"),
    ...counts(undecided, "site", "undecided: what they are could not be known"),
    ...problems(context),
  ];
  return items.length === 0
    ? [paragraph("Nothing was left out.")]
    : [paragraph("Not read, or read in part:"), list(items)];
}

const MOST_PROBLEMS = 10;

/** The problems of the run, once for each message. */
function problems({ assessment: { report } }: Context): Item[] {
  const kinds = [...groupBy(report.problems, ({ message }) => message)];
  const others = kinds.slice(MOST_PROBLEMS).flatMap(([, some]) => some).length;
  return [
    ...kinds.slice(0, MOST_PROBLEMS).map(([message, [first, ...more]]) => ({
      text: [
        code(first?.path ?? ""),
        more.length > 0 ? ` and ${counted(more.length, "more place")}` : "",
        `: ${message}`,
      ],
    })),
    ...counts(others, "more problem", "of the run"),
  ];
}

function counts(count: number, noun: string, what: string): Item[] {
  return count > 0 ? [{ text: [`${counted(count, noun)} ${what}`] }] : [];
}

function syntaxError({ path, syntaxError }: File, context: Context): Item {
  const { line = 1, message = "" } = syntaxError ?? {};
  return { text: [...lineLink(path, line, context), `: ${message}`] };
}

function isRead({ outcome }: File): boolean {
  return outcome === "linted" || outcome === "nothing to say";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
