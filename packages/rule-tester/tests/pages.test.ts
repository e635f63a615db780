import { afterAll, describe, expect, test } from "@jest/globals";
import { definePack } from "@gopherwood/core";
import { runPages } from "@gopherwood/rule-tester";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { collect } from "./run-cases.ts";
import { BAD, FIXED, noPrintln } from "./sample-rules.ts";

const pack = definePack({
  name: "sample",
  namespace: "sample",
  version: "1.0.0",
  rules: { "no-println": noPrintln },
  recommended: {},
});

const fenced = (language: string, code: string) => `\`\`\`${language}\n${code}\`\`\`\n`;

const PAGE = `# sample/no-println

Disallow println.

\`names\` are the functions that are not to be called.

## Wrong

${fenced("go", BAD)}
## Right

${fenced("go", FIXED)}`;

const MODULE = `-- go.mod --\nmodule example.com/m\n-- a.go --\n${FIXED}`;

const directory = mkdtempSync(join(tmpdir(), "gopherwood-pages-"));
const path = join(directory, "no-println.md");

afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Returns the failure of the page of the pack's rule, or null. */
async function failureOf(
  page: string,
  where: string | URL = directory,
): Promise<string | null> {
  writeFileSync(path, page);
  const ran = await collect(() => {
    runPages(pack, where);
  });
  expect(ran.map(({ title }) => title)).toEqual(["no-println"]);
  return ran[0]?.failure ?? null;
}

describe("a page holds", () => {
  test("whose directory is a path or a URL", async () => {
    expect(await failureOf(PAGE)).toBeNull();
    expect(await failureOf(PAGE, pathToFileURL(`${directory}/`))).toBeNull();
  });

  test("that has other code elsewhere, and code in other languages", async () => {
    const other = `## Options\n\n${fenced("go", BAD)}\n## Right\n\n${fenced("sh", "println")}`;
    expect(await failureOf(PAGE.replace("## Right\n", other))).toBeNull();
  });

  test("with modules in txtar, of which the Go files are linted", async () => {
    const wrong = `${MODULE}-- b/b.go --\n${BAD}`;
    const right = `${MODULE}-- notes.txt --\n${BAD}`;
    const page = PAGE.replace(fenced("go", BAD), fenced("txtar", wrong));
    expect(
      await failureOf(page.replace(fenced("go", FIXED), fenced("txtar", right))),
    ).toBeNull();
  });

  test("whose code is judged by the config below '## Config'", async () => {
    const config = { rules: { "sample/no-println": ["error", { names: ["print"] }] } };
    const page = PAGE.replaceAll("println(", "print(").replace(FIXED, BAD);
    expect(await failureOf(page)).toContain("reports nothing in this code below '## Wrong'");
    const json = fenced("json", `${JSON.stringify(config)}\n`);
    expect(await failureOf(`${page}\n## Config\n\n${json}`)).toBeNull();
  });
});

describe("a page fails", () => {
  const fails = (problem: string) => `The page of sample/no-println: ${problem}`;

  test("that is not there", async () => {
    const nowhere = join(directory, "nowhere");
    expect(await failureOf(PAGE, nowhere)).toBe(
      fails(`The rule has no page: ${join(nowhere, "no-println.md")}.`),
    );
  });

  test.each([
    ["its title", "# sample/no-println\n"],
    ["the rule's description", "Disallow println."],
    ["an option", "`names`"],
  ])("without %s", async (_, text) => {
    expect(await failureOf(PAGE.replace(text, "x"))).toBe(
      fails(`${path} does not contain: ${text}`),
    );
  });

  test("that is not finished", async () => {
    const page = PAGE.replace("## Right", "TODO: say why.\n\n## Right");
    expect(await failureOf(page)).toBe(fails(`${path} is not finished: TODO: say why.`));
    expect(await failureOf(PAGE.replace("## Right", "No TODO: done.\n\n## Right"))).toBeNull();
  });

  test.each([
    ["Wrong", BAD],
    ["Right", FIXED],
  ])("without code below '## %s'", async (heading, code) => {
    const problem = fails(`${path} has no Go code below '## ${heading}'.`);
    expect(await failureOf(PAGE.replace(fenced("go", code), ""))).toBe(problem);
    expect(await failureOf(PAGE.replace(`## ${heading}\n`, `## Not ${heading}\n`))).toBe(
      problem,
    );
  });

  test("with wrong code that the rule does not report, each by itself", async () => {
    const page = PAGE.replace("## Right", `${fenced("go", FIXED)}\n## Right`);
    expect(await failureOf(page)).toMatch(
      /: The rule reports nothing in this code below '## Wrong':\n\n +1 \| package p\n/u,
    );
  });

  test("with right code that the rule reports", async () => {
    const problem = "The rule reports code below '## Right':\n\n";
    const page = PAGE.replace(FIXED, BAD);
    expect(await failureOf(page)).toContain(problem);
    expect(await failureOf(page)).toMatch(
      /\n +\| \t\^{12} Do not call println\. \(println\)\n/u,
    );
    const files = fenced("txtar", `${MODULE}-- b.go --\n${BAD}-- c.go --\n${BAD}`);
    expect(await failureOf(PAGE.replace(fenced("go", FIXED), files))).toBe(
      fails(`${problem}Do not call println.\nDo not call println.`),
    );
  });
});
