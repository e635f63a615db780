import { expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { formatMarkdown } from "@gopherwood/formatter-markdown";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const example = fileURLToPath(new URL("../examples/migratekit", import.meta.url));

/** The lines of CLAIMS.md's table, which are the document's, up to some point. */
const lines = readFileSync(`${example}/testdata/CLAIMS.md`, "utf8")
  .split("\n")
  .flatMap((row) => /`` (.*) `` \|$/u.exec(row)?.[1]?.replaceAll(String.raw`\|`, "|") ?? []);

test("the example's document says what the assessment of 2025 says", async () => {
  const report = await new Gopherwood({ cwd: example, survey: true }).lintFiles(["."]);
  const document = formatMarkdown(report, "2025-09-07").split("\n");
  const missing = lines.filter((line) => !document.some((one) => one.startsWith(line)));
  expect(lines.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
