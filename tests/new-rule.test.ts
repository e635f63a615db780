import { afterAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planOurRule } from "../tools/new-rule/plan.mjs";
import { copyWorkTree } from "./support/work-tree.ts";

const copy = copyWorkTree();
afterAll(() => {
  rmSync(copy, { recursive: true });
});

// The copy is not built: of what is generated only the sources are.
const scripts = { generate: "node tools/generate/sources.mjs" };
writeFileSync(join(copy, "package.json"), JSON.stringify({ type: "module", scripts }));

const read = (path: string) => readFileSync(join(copy, path), "utf8");

function newRule(...args: string[]) {
  const script = join(copy, "tools/new-rule/main.mjs");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
}

const database = "packages/rules-database";
const written = newRule("database/no-naked-returns");

// Its own test runs as a part of this one.
await import(join(copy, database, "tests/no-naked-returns.test.ts"));

describe("a new rule", () => {
  test("is written with its test and its page, and says what to do next", () => {
    expect(written).toMatchObject({ status: 0 });
    expect(written.stdout).toContain(`npm test -- ${database}/tests/no-naked-returns.test.ts`);
    expect(existsSync(join(copy, database, "docs/rules/no-naked-returns.md"))).toBe(true);
  });

  test("has its name, a description made of it, and the category of its pack", () => {
    const rule = read(`${database}/src/rules/no-naked-returns.ts`);
    expect(rule).toContain('name: "database/no-naked-returns"');
    expect(rule).toContain('description: "Disallow naked returns."');
    expect(rule).toContain('category: "Database Integration"');
    expect(read(`${database}/docs/rules/no-naked-returns.md`)).toMatch(
      /^# database\/no-naked-returns\n\nDisallow naked returns\.\n/u,
    );
  });

  test("is in the list of the pack's rules", () => {
    const list = read(`${database}/src/rules.generated.ts`);
    expect(list).toContain('import noNakedReturns from "./rules/no-naked-returns.ts";');
    expect(list).toContain('"no-naked-returns": noNakedReturns,');
  });

  test("may be described", () => {
    const description = 'Require "defer" after Lock.';
    const { status } = newRule("error-handling/defer-unlock", "--description", description);
    expect(status).toBe(0);
    const directory = "packages/rules-error-handling";
    expect(read(`${directory}/src/rules/defer-unlock.ts`)).toContain(
      `description: '${description}'`,
    );
    expect(read(`${directory}/docs/rules/defer-unlock.md`)).toContain(description);
  });
});

describe("input that no rule can be made of is refused, and nothing is written", () => {
  test.each([
    [[], /^Usage: npm run new-rule/u],
    [["logging/no-a-b", "logging/no-c-d"], /^Usage: /u],
    [["logging/no-a-b", "--descriptoin", "Disallow x."], /^Usage: /u],
    [["no-naked-returns"], /^"no-naked-returns" is not of the form <pack>\/<rule-name>\.\n$/u],
  ])("%j", (args, message) => {
    const files = () => readdirSync(join(copy, "packages"), { recursive: true });
    const before = files();
    const { status, stdout, stderr } = newRule(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(files()).toEqual(before);
  });

  test.each([
    ["logging/rules/no-a", undefined, /is not of the form/u],
    [
      "loging/no-a",
      undefined,
      /^There is no pack "loging": the packs are architecture, database, .*$/u,
    ],
    ["../no-a", undefined, /^There is no pack "\.\.": /u],
    ["logging/No_Returns", undefined, /^"No_Returns" is no rule name: .*$/u],
    ["logging/no-", undefined, /^"no-" is no rule name/u],
    ["logging/returns", undefined, /^"returns" is no rule name/u],
    [
      "logging/no-direct-logging",
      undefined,
      /^The rule logging\/no-direct-logging exists already\.$/u,
    ],
    ["logging/no-a", "No a", /^"No a" is no description: .*$/u],
    ["logging/no-a", "Disallow a.\nAnd b.", /is no description/u],
  ])("%s %s", (id, description, message) => {
    expect(() => planOurRule(id, description)).toThrow(message);
  });
});
