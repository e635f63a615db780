import type { Context } from "../context.ts";
import { lineLink, LONGEST_LIST, withIcon } from "../context.ts";
import {
  code,
  heading,
  list,
  paragraph,
  strong,
  table,
  type Block,
  type Inline,
} from "../markdown/nodes.ts";
import { print } from "../markdown/print.ts";
import { counted, grouped } from "../markdown/words.ts";
import {
  assess,
  type AssessedSystem,
  type Assessment,
  type Site,
} from "../model/assessment.ts";
import { describeCounts } from "../model/share.ts";
import { worstOf, type Status } from "../model/status.ts";
import { optionsOf } from "../options.ts";
import { violationTable } from "../sections/violations.ts";
import type { Comparison } from "./compare.ts";

/** Returns a comparison as Markdown. */
export function formatComparison(comparison: Comparison): string {
  const { before, after, added, fixed, allowed, moved, unchanged, unjudged, undecided } =
    comparison;
  const old = contextOf(before);
  const now = contextOf(after);
  const at = (site: Site, context: Context): Inline[] => [
    ...lineLink(site.file, site.range.start.line, context),
    ": ",
    code(site.ruleId),
    ": ",
    code(site.subject),
  ];
  return print([
    heading(2, verdict(comparison)),
    paragraph(
      `${grouped(added.length)} added, ${grouped(fixed.length)} fixed, ` +
        `${grouped(allowed.length)} allowed, ${grouped(moved.length)} moved, ` +
        `${grouped(unchanged)} unchanged.`,
    ),
    ...problems("earlier", before),
    ...problems("later", after),
    systemTable(old.assessment, now),
    ...coverage(comparison),
    ...section("Gone, but not judged by the later run", unjudged.after, (site) =>
      at(site, old),
    ),
    ...section("New, but not judged by the earlier run", unjudged.before, (site) =>
      at(site, now),
    ),
    ...section("Undecided now", undecided.after, ({ from, to }) => [
      ...at(from, old),
      `: ${to.reason ?? ""}`,
    ]),
    ...section("Undecided before", undecided.before, ({ from, to }) => [
      ...at(to, now),
      `: ${from.reason ?? ""}`,
    ]),
    ...section("Worse: added", added, (site) => at(site, now)),
    ...(fixed.length === 0
      ? []
      : [
          heading(3, `Better: fixed (${grouped(fixed.length)})`),
          ...violationTable(fixed, old),
        ]),
    ...section("Allowed now", allowed, (site) => [...at(site, now), `: ${site.reason ?? ""}`]),
    ...section("Moved", moved, ({ from, to }) => [
      ...at(to, now),
      ", before in ",
      ...lineLink(from.file, from.range.start.line, old),
    ]),
  ]);
}

const MOST_PROBLEMS = 5;

/** Returns a warning for a report of a run that could not do all of its work. */
function problems(which: "earlier" | "later", { problems: all }: Comparison["after"]): Block[] {
  if (all.length === 0) return [];
  const more = all.length - MOST_PROBLEMS;
  return [
    paragraph(
      strong(`The ${which} report has ${counted(all.length, "problem")}`),
      ". Of these files and rules the comparison says nothing:",
    ),
    list([
      ...all.slice(0, MOST_PROBLEMS).map(({ path, ruleId, message }) => ({
        text: [
          code(path),
          ": ",
          ...(ruleId === undefined ? [] : [code(ruleId), ": "]),
          message,
        ],
      })),
      ...(more > 0 ? [{ text: [`and ${grouped(more)} more`] }] : []),
    ]),
  ];
}

function contextOf(report: Comparison["after"]): Context {
  return { assessment: assess(report), options: optionsOf(report, "") };
}

function verdict({ added, fixed }: Comparison): string {
  if (added.length + fixed.length === 0) return "Nothing got better or worse";
  if (added.length === 0) return `Better: ${counted(fixed.length, "violation")} less`;
  if (fixed.length === 0) return `Worse: ${counted(added.length, "violation")} more`;
  return `${counted(added.length, "violation")} added, ${grouped(fixed.length)} fixed`;
}

function systemTable(before: Assessment, now: Context): Block {
  const rows = now.assessment.systems.map((system) => {
    const old = before.systems.find(({ name }) => name === system.name);
    const { counts } = system;
    const was = old ? overall(old) : null;
    const is = overall(system);
    const status = (one: Status) => withIcon(one, now.options);
    return [
      system.name,
      was === null || was === is ? status(is) : `${status(was)} → ${status(is)}`,
      old ? change(old.counts.violation, counts.violation) : grouped(counts.violation),
      old && share(old) !== share(system) ? `${share(old)} → ${share(system)}` : share(system),
    ];
  });
  return table(
    [
      { title: "System" },
      { title: "Status" },
      { title: "Violations", align: "right" },
      { title: "Compliant sites", align: "right" },
    ],
    rows,
  );
}

function overall({ categories }: AssessedSystem): Status {
  return worstOf(categories.map(({ status }) => status));
}

function change(from: number, to: number): string {
  return from === to ? grouped(to) : `${grouped(from)} → ${grouped(to)}`;
}

function share({ counts }: AssessedSystem): string {
  return describeCounts(counts);
}

/** Returns the files and rules that only one report has: they make violations come and go. */
function coverage(comparison: Comparison): Block[] {
  const { filesAdded, filesRemoved, rulesAdded, rulesRemoved } = comparison;
  return [
    ...named("Files of the later report only", filesAdded),
    ...named("Files of the earlier report only", filesRemoved),
    ...named("Rules of the later report only", rulesAdded),
    ...named("Rules of the earlier report only", rulesRemoved),
  ];
}

const MOST_NAMES = 5;

function named(title: string, names: readonly string[]): Block[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  const shown = names
    .slice(0, MOST_NAMES)
    .flatMap((name, index) => [index > 0 ? ", " : "", code(name)]);
  return [
    paragraph(
      `${title} (${grouped(names.length)}): `,
      ...shown,
      more > 0 ? ` and ${grouped(more)} more.` : ".",
    ),
  ];
}

function section<T>(
  title: string,
  items: readonly T[],
  textOf: (item: T) => readonly Inline[],
): Block[] {
  if (items.length === 0) return [];
  const more = items.length - LONGEST_LIST;
  return [
    heading(3, `${title} (${grouped(items.length)})`),
    list([
      ...items.slice(0, LONGEST_LIST).map((item) => ({ text: textOf(item) })),
      ...(more > 0 ? [{ text: [`and ${grouped(more)} more`] }] : []),
    ]),
  ];
}
