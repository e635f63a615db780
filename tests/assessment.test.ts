import { expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { formatMarkdown } from "@gopherwood/formatter-markdown";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const example = fileURLToPath(new URL("../examples/migratekit", import.meta.url));

const SYSTEMS: Record<string, string> = {
  enhanced: "Enhanced Failover System",
  original: "Original Failover System",
};

/** The rows of CLAIMS.md: the section of a line, and the line up to some point. */
const claims = readFileSync(`${example}/testdata/CLAIMS.md`, "utf8")
  .split("\n")
  .flatMap((row) => {
    const [, section = "", line] = /^\| ([^|]+) \|.*`` (.*) `` \|$/u.exec(row) ?? [];
    return line === undefined ? [] : [{ section, line: line.replaceAll(String.raw`\|`, "|") }];
  });

/** Returns true if a section of CLAIMS.md is that of some headings. */
function isSection(section: string, h2: string, h3: string): boolean {
  const [system = "", topic = ""] = section.split(": ");
  if (section === "head") return h2 === "";
  if (topic === "summary") return h3 === `${SYSTEMS[system] ?? ""}: summary`;
  const start = SYSTEMS[system];
  if (start === undefined) return h2.toLowerCase().includes(section);
  return (
    h2 === `${start}: what was found` &&
    h3.toLowerCase().startsWith(`${start}: ${topic}`.toLowerCase())
  );
}

const report = await new Gopherwood({ cwd: example, survey: true }).lintFiles(["."]);

test("the first page says what the assessment of 2025 says first", () => {
  const page = formatMarkdown(report, "2025-09-07", { appendix: "none" }).split("\n");
  const own = claims.filter(({ section }) => section === "first page");
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter(({ line }) => !page.some((one) => one.startsWith(line)))).toEqual([]);
});

test("the document says what the assessment of 2025 says, where it says it", () => {
  let [h2, h3] = ["", ""];
  const document = formatMarkdown(report, "2025-09-07", { appendix: "full" })
    .split("\n")
    .map((text) => {
      if (text.startsWith("## ")) [h2, h3] = [text.slice(3), ""];
      if (text.startsWith("### ")) h3 = text.slice(4);
      return { text, h2, h3 };
    });
  const missing = claims.filter(
    ({ section, line }) =>
      section !== "first page" &&
      !document.some((one) => one.text.startsWith(line) && isSection(section, one.h2, one.h3)),
  );
  expect(claims.length).toBeGreaterThan(70);
  expect(missing).toEqual([]);
});

test.each([
  ["none", 120],
  ["short", 215],
] as const)("the document with the appendix %s is short", (appendix, most) => {
  const document = formatMarkdown(report, "2025-09-07", { appendix });
  expect(document.split("\n").length).toBeLessThanOrEqual(most);
});
