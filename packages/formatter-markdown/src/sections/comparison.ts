import { withIcon, type Context } from "../context.ts";
import { heading, table, type Block } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { AssessedCategory, AssessedSystem } from "../model/assessment.ts";
import { isTest, linesOf } from "../model/size.ts";

/**
 * Returns several systems side by side.
 *
 * @param depth Of the heading.
 */
export function comparison({ assessment, options }: Context, depth: 2 | 3 = 2): Block[] {
  const { systems, chapters } = assessment;
  if (systems.length < 2) return [];
  const row = (title: string, cell: (system: AssessedSystem) => string) => [
    title,
    ...systems.map(cell),
  ];
  const number = (title: string, of: (system: AssessedSystem) => number) =>
    row(title, (system) => grouped(of(system)));
  const code = ({ files }: AssessedSystem) => files.filter((file) => !isTest(file));
  const tests = ({ files }: AssessedSystem) => files.filter(isTest);
  return [
    heading(depth, "Systems side by side"),
    table(
      [{ title: "What" }, ...systems.map(({ name }) => ({ title: name }))],
      [
        row("Status", ({ status, isNamed }) => (isNamed ? withIcon(status, options) : "")),
        number("Files", (system) => code(system).length),
        number("Lines", (system) => linesOf(code(system))),
        number("Test files", (system) => tests(system).length),
        ...chapters.map(({ name }, index) =>
          row(name, ({ categories }) => {
            const category = categories[index];
            return category ? ofCategory(category, options) : "";
          }),
        ),
        number("Violations", ({ counts }) => counts.violation),
        number("Compliant sites", ({ counts }) => counts.compliant),
        number("Allowed exceptions", ({ counts }) => counts.exempt),
        number("Undecided sites", ({ counts }) => counts.undecided),
      ],
    ),
  ];
}

/** Returns the status, with the number of violations where there are some. */
function ofCategory({ status, counts }: AssessedCategory, options: Context["options"]): string {
  const count = counts.violation;
  return withIcon(status, options) + (count > 0 ? `, ${counted(count, "violation")}` : "");
}
