import type { Report } from "@gopherwood/core/runner";
import { newReport, newRule, newSite, newSystem } from "./reports.ts";

const reference = (kind: "import" | "mention", file: string, target: string) => ({
  kind,
  file,
  target,
  line: 3,
  text: target,
});

/** The rules of the report. */
export const rules = {
  "demo/things": newRule(),
  "demo/copies": newRule({ action: "cleanup" }),
};

/** Returns a site of a file that is like another. */
export const copy = (file: string, original: string) =>
  newSite({
    file,
    ruleId: "demo/copies",
    message: `It is like ${original}.`,
    related: [{ path: original }],
  });

/** A report of a new system, and of an old one that the new one still uses. */
export function movedReport(parts: Partial<Report> = {}): Report {
  return newReport({
    rules,
    sites: [
      newSite({ file: "new/a.go", fixKind: "fix", message: "Do not." }),
      newSite({ file: "new/a.go", line: 9, message: "Do not." }),
      copy("old/engine/b.go", "new/b.go"),
      copy("new/c.go", "new/d.go"),
      newSite({ file: "new/a.go", line: 3, ruleId: "demo/copies" }),
      newSite({ file: "new/a.go", line: 4, ruleId: "demo/copies" }),
      newSite({ file: "new/a.go", line: 5, verdict: "undecided" }),
    ],
    systems: [
      newSystem({ name: "New", files: ["new/a.go", "new/b.go", "new/c.go", "new/d.go"] }),
      newSystem({ name: "Old", files: ["old/engine/b.go"], status: "deprecated" }),
    ],
    survey: {
      documentation: [],
      shared: [],
      references: [
        reference("import", "new/a.go", "old/engine"),
        reference("mention", "README.md", "old/engine/b.go"),
        reference("mention", "README.md", "old/engine"),
        reference("mention", "docs/a.md", "old/engine"),
      ],
    },
    ...parts,
  });
}
