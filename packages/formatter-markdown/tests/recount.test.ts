import { expect, test } from "@jest/globals";
import { formatMarkdown } from "../src/index.ts";
import { exampleReport } from "./reports.ts";
import { Counting } from "./recount/counting.ts";
import { expectedNumbers } from "./recount/expected.ts";
import { numbers, read } from "./recount/lines.ts";

const report = await exampleReport();
const counting = new Counting(report);
const full = () => formatMarkdown(report, "2026-01-02", { appendix: "full" });
const short = () => formatMarkdown(report, "2026-01-02");

test.each([
  ["full", full, 200],
  ["short", short, 90],
])("each number of the example's document, %s, is one of its report", (_, format, least) => {
  const found = read(format())
    .lines.filter(({ text }) => numbers(text).length > 0)
    .map((line) => ({ ...line, numbers: numbers(line.text) }));
  expect(found.length).toBeGreaterThan(least);
  expect(found.map(({ text, numbers }) => ({ text, numbers }))).toEqual(
    found.map((line) => ({ text: line.text, numbers: expectedNumbers(line, counting) })),
  );
});

test("each excerpt is the code of a site at its place", () => {
  const known = new Map<string, string[]>();
  for (const { file, range, code } of report.sites) {
    const place = `// ${file}:${range.start.line}`;
    known.set(place, [...(known.get(place) ?? []), code.replaceAll("\t", "    ")]);
  }
  const excerpts = read(full())
    .fences.filter(({ h2 }) => h2.endsWith("what was found"))
    .flatMap(({ text }) => text.split(/^(?=\/\/ \S+\.go:\d+$)/mu));
  expect(excerpts.length).toBeGreaterThan(40);
  for (const excerpt of excerpts) {
    const [place = "", ...rest] = excerpt.trimEnd().split("\n");
    const code = rest.join("\n").replace(/\n\/\/ \.\.\.$/u, "");
    expect(known.get(place)?.map((one) => one.trimEnd())).toContain(code);
  }
});

test("each change is that of a real edit of the real code", () => {
  const pattern =
    /For example, by the fix of `(\S+)` at `(\S+):(\d+)`:\n\n```go\n\/\/ BEFORE\n([^]*?)\n```\n\n```go\n\/\/ AFTER\n([^]*?)\n```/gu;
  const document = full();
  const changes = [...document.matchAll(pattern)];
  expect(changes).toHaveLength(document.match(/^\/\/ BEFORE$/gmu)?.length ?? 0);
  expect(changes.length).toBeGreaterThan(1);
  for (const [, ruleId, file, line, before = "", after = ""] of changes) {
    const result = report.results[report.files.findIndex(({ path }) => path === file)];
    const source = result?.source ?? "";
    const edited = (result?.messages ?? [])
      .filter((message) => message.ruleId === ruleId && message.line === Number(line))
      .map(({ fix }) => fix)
      .map((edit) =>
        edit ? source.slice(0, edit.range[0]) + edit.text + source.slice(edit.range[1]) : "",
      );
    expect(missing(before, source)).toEqual([]);
    expect(edited.map((text) => missing(after, text))).toContainEqual([]);
    expect(before).not.toBe(after);
  }
});

/** Returns the lines of an excerpt that a text lacks, whatever their indentation. */
function missing(excerpt: string, text: string): string[] {
  const known = new Set(text.split("\n").map((line) => line.trim()));
  return excerpt
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "// ..." && !known.has(line));
}
