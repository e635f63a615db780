import type { Context } from "../context.ts";
import {
  code,
  heading,
  list,
  strong,
  type Block,
  type Inline,
  type Item,
} from "../markdown/nodes.ts";
import { counted, listed } from "../markdown/words.ts";
import { limitsOf } from "../model/limits.ts";
import { overallStatus } from "../model/overall.ts";
import { sizeOf } from "../model/size.ts";

/** Returns the title, the result in a line, and what it is based on. */
export function head(context: Context): Block[] {
  const { assessment, options } = context;
  const { report } = assessment;
  const limits = limitsOf(report).map(({ count, noun, plural }) =>
    counted(count, noun, plural),
  );
  return [
    heading(1, options.title),
    list([
      { text: [strong("Date"), `: ${options.date}`] },
      { text: [strong("Status"), `: ${overallStatus(assessment)}`] },
      { text: [strong("Purpose"), `: ${options.purpose}`] },
      { text: [strong("Read"), ": ", ...basis(context)] },
      ...(limits.length === 0 ? [] : [{ text: [strong("Not judged"), `: ${listed(limits)}`] }]),
      ...fixes(context),
      ...againstBaseline(context).map((text) => ({
        text: [strong("Baseline"), ": ", ...text],
      })),
      { text: [strong("Written by"), `: ${report.tool.name} ${report.tool.version}`] },
    ]),
  ];
}

/** Returns the files that were read, the commit, and the number of judged sites. */
export function basis({ assessment: { report } }: Context): Inline[] {
  const { commit } = report;
  const read = report.files.filter(
    ({ outcome }) => outcome === "linted" || outcome === "nothing to say",
  );
  return [
    sizeOf(read),
    ...(commit
      ? [
          " at commit ",
          code(commit.hash.slice(0, 12)),
          ...(commit.branch === undefined ? [] : [" of ", code(commit.branch)]),
        ]
      : []),
    `; ${counted(Object.keys(report.rules).length, "rule")} judged ` +
      counted(report.sites.length, "site"),
  ];
}

/** Returns the numbers of new, old and fixed violations; nothing without a baseline. */
export function againstBaseline({ assessment: { report } }: Context): Inline[][] {
  if (!report.baseline) return [];
  const { path, old, added, fixed } = report.baseline;
  return [
    [
      `${counted(added, "new violation")}, ${counted(old, "old one")} in `,
      code(path),
      `, ${counted(fixed.length, "entry", "entries")} of it fixed`,
    ],
  ];
}

function fixes({ assessment: { report } }: Context): Item[] {
  const count = report.fixes.reduce((sum, fix) => sum + fix.count, 0);
  const files = new Set(report.fixes.map(({ file }) => file)).size;
  const what = `: ${counted(count, "violation")} in ${counted(files, "file")}, no longer listed`;
  return count === 0 ? [] : [{ text: [strong("Fixed by this run"), what] }];
}
