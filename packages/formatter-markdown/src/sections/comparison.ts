import { withIcon, type Context } from "../context.ts";
import { codeBlock, heading, table, type Block } from "../markdown/nodes.ts";
import { counted, grouped, percent } from "../markdown/words.ts";
import type { AssessedCategory, AssessedSystem } from "../model/assessment.ts";
import { complianceOf } from "../model/status.ts";

/** Several systems side by side, as a table and as a diagram. */
export function comparison(context: Context): Block[] {
  const { systems, chapters } = context.assessment;
  if (systems.length < 2) return [];
  const row = (title: string, cell: (system: AssessedSystem) => string) => [
    title,
    ...systems.map(cell),
  ];
  const number = (title: string, of: (system: AssessedSystem) => number) =>
    row(title, (system) => grouped(of(system)));
  return [
    heading(2, "Systems side by side"),
    table(
      [{ title: "What" }, ...systems.map(({ name }) => ({ title: name }))],
      [
        row("Status", ({ status, isNamed }) =>
          isNamed ? withIcon(status, context.options) : "",
        ),
        number("Files", ({ files }) => files.length),
        number("Lines", ({ files }) => files.reduce((sum, { lines }) => sum + lines, 0)),
        ...chapters.map(({ name }, index) =>
          row(name, ({ categories }) => {
            const category = categories[index];
            return category ? ofCategory(category, context) : "";
          }),
        ),
        number("Violations", ({ counts }) => counts.violation),
        number("Compliant sites", ({ counts }) => counts.compliant),
        number("Allowed exceptions", ({ counts }) => counts.exempt),
        number("Undecided sites", ({ counts }) => counts.undecided),
        row("Compliance", compliance),
      ],
    ),
    ...diagram(systems),
  ];
}

function compliance({ counts }: AssessedSystem): string {
  const share = complianceOf(counts);
  return share === null ? "nothing judged" : `${percent(share.part, share.whole)}%`;
}

/** The status, with the number of violations where there are some. */
function ofCategory({ status, counts }: AssessedCategory, { options }: Context): string {
  const count = counts.violation;
  return withIcon(status, options) + (count > 0 ? `, ${counted(count, "violation")}` : "");
}

/** Seen on light and dark pages; Mermaid's own is too pale. */
const BLUE = "#4184e4";

/** A bar for each system, in Mermaid, which GitHub and GitLab draw; one alone shows nothing. */
function diagram(systems: readonly AssessedSystem[]): Block[] {
  const bars = systems.flatMap(({ name, counts }) => {
    const share = complianceOf(counts);
    return share === null ? [] : [{ name, value: percent(share.part, share.whole) }];
  });
  if (bars.length < 2) return [];
  const config = {
    xyChart: { height: 120 + 40 * bars.length },
    themeVariables: { xyChart: { plotColorPalette: BLUE } },
  };
  return [
    codeBlock(
      "mermaid",
      [
        `%%{init: ${JSON.stringify(config)}}%%`,
        "xychart-beta horizontal",
        '    title "Compliance by system, in percent"',
        `    x-axis [${bars.map(({ name }) => label(name)).join(", ")}]`,
        "    y-axis 0 --> 100",
        `    bar [${bars.map(({ value }) => value).join(", ")}]`,
      ].join("\n"),
    ),
  ];
}

/** Beside a longer one Mermaid draws none at all. */
const LONGEST_LABEL = 24;

/** A name in quotation marks; Mermaid has no way to write one within them. */
function label(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N} .,:()/+_-]/gu, " ");
  const isLong = plain.length > LONGEST_LABEL;
  return `"${isLong ? `${plain.slice(0, LONGEST_LABEL - 3)}...` : plain}"`;
}
