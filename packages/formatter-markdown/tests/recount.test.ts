import { expect, test } from "@jest/globals";
import { formatMarkdown } from "../src/index.ts";
import { exampleReport } from "./reports.ts";
import { Counting, share } from "./recount/counting.ts";
import { expectedNumbers } from "./recount/expected.ts";
import { numbers, read } from "./recount/lines.ts";

const report = await exampleReport();
const counting = new Counting(report);
const document = formatMarkdown(report, "2026-01-02");
const { lines, fences } = read(document);

test("each number of the example's document is one of its report", () => {
  const found = lines
    .filter(({ text }) => numbers(text).length > 0)
    .map((line) => ({ ...line, numbers: numbers(line.text) }));
  expect(found.length).toBeGreaterThan(200);
  expect(found.map(({ text, numbers }) => ({ text, numbers }))).toEqual(
    found.map((line) => ({ text: line.text, numbers: expectedNumbers(line, counting) })),
  );
});

test("the diagram has the shares", () => {
  const [diagram] = fences.filter(({ language }) => language === "mermaid");
  const bars = /bar \[(.*)\]/u.exec(diagram?.text ?? "")?.[1] ?? "";
  expect(numbers(bars)).toEqual(
    counting.systems.map((system) => share(counting.sitesOf(system))[2]),
  );
});

test("each excerpt is the code of a site at its place", () => {
  const known = new Map<string, string[]>();
  for (const { file, range, code } of report.sites) {
    const place = `// ${file}:${range.start.line}`;
    known.set(place, [...(known.get(place) ?? []), code.replaceAll("\t", "    ")]);
  }
  const excerpts = fences
    .filter(({ h2 }) => h2.endsWith("what was found"))
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
    /For example, by the (fix|suggestion) of \[`(\S+)`\]\S+ at `(\S+):(\d+)`:\n\n```go\n\/\/ BEFORE\n([^]*?)\n```\n\n```go\n\/\/ AFTER\n([^]*?)\n```/gu;
  const changes = [...document.matchAll(pattern)];
  expect(changes).toHaveLength(document.match(/^\/\/ BEFORE$/gmu)?.length ?? 0);
  expect(changes.length).toBeGreaterThan(1);
  for (const [, by, ruleId, file, line, before = "", after = ""] of changes) {
    const result = report.results[report.files.findIndex(({ path }) => path === file)];
    const source = result?.source ?? "";
    const edited = (result?.messages ?? [])
      .filter((message) => message.ruleId === ruleId && message.line === Number(line))
      .map(({ fix, suggestions }) => (by === "fix" ? fix : suggestions?.[0]?.fix))
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
