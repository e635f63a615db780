// The merge of shards finds what one run over all files does.
import { describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { run } from "../packages/cli/src/main.ts";
import { Random } from "./support/random.ts";
import { workFolder, writeFiles } from "./support/work-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const work = workFolder();

const FORMATS = [
  "stylish",
  "agent",
  "json",
  "markdown",
  "markdown-summary",
  "html",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
];

/** Returns the exit code and the output of the command. */
async function gopherwood(cwd: string, args: readonly string[]) {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => (written[name] += text),
  });
  const code = await run(args, {
    cwd,
    env: { SOURCE_DATE_EPOCH: "1757203200" },
    stdin: () => Readable.from([]),
    stdout: output("stdout"),
    stderr: output("stderr"),
  });
  return { code, ...written };
}

/** Returns what a command writes in all formats, and its report but for the times. */
async function writtenBy(cwd: string, args: readonly string[]) {
  const out = mkdtempSync(join(work, "out-"));
  const formats = ["report", ...FORMATS].flatMap((name) => [
    "-f",
    `${name}=${join(out, name)}`,
  ]);
  const { code, stderr } = await gopherwood(cwd, [...args, ...formats]);
  const texts = FORMATS.map((name) => [name, readFileSync(join(out, name), "utf8")] as const);
  const report = JSON.parse(readFileSync(join(out, "report"), "utf8")) as object;
  return { code, stderr, report: { ...report, timings: null }, texts: new Map(texts) };
}

/**
 * Lints in shards and merges them.
 *
 * @param copies The directories to lint in, in turn; the reports are merged in the first.
 */
async function merged(
  copies: readonly [string, ...string[]],
  total: number,
  { paths = [], options = [] }: { paths?: readonly string[]; options?: readonly string[] } = {},
) {
  const out = mkdtempSync(join(work, "shards-"));
  const reports: string[] = [];
  for (let index = 1; index <= total; index += 1) {
    const report = join(out, `${index}.json`);
    const shard = ["--shard", `${index}/${total}`, "-f", "report", "-o", report];
    const cwd = copies[index % copies.length] ?? copies[0];
    const { code, stdout } = await gopherwood(cwd, [...shard, ...options, ...paths]);
    expect([code < 3, stdout]).toEqual([true, ""]);
    // Their order does not count.
    reports.unshift(report);
  }
  return await writtenBy(copies[0], ["merge", ...options, ...reports]);
}

test("the example, in shards and in copies of the tree", async () => {
  const [one, two] = ["one", "two"].map((name) => join(work, name)) as [string, string];
  for (const cwd of [one, two]) {
    cpSync(join(root, "examples/migratekit"), cwd, { recursive: true });
  }
  const whole = await writtenBy(one, []);
  expect(whole.code).toBe(1);
  expect(Object.keys(whole.report)).toContain("survey");
  for (const total of [1, 3, 5]) {
    expect(await merged([one, two], total)).toEqual(whole);
  }
}, 120_000);

const CONFIG = `import { strict } from "@gopherwood/config";
import database from "@gopherwood/rules-database";

const system = (name, status) => ({ name, status, files: [name + "/**"], documentation: ["docs/**"] });
const throws = { create: () => ({ call_expression(node) { if (node.function.text === "bad") throw new Error("no luck"); } }) };

export default [
  ...strict,
  { ...database.configs.base, rules: { "database/known-columns": "error" } },
  {
    files: ["**/*.go"],
    plugins: { demo: { rules: { throws } } },
    rules: { "demo/throws": "warn" },
    settings: { gopherwood: { systems: [system("a", "active"), system("b", "deprecated"), system("c", "active")] } },
  },
  { ignores: ["c/ignored.go"] },
];
`;

const long = Array.from({ length: 60 }, (_, at) => `\tm["k${at}"] = ${at} + len(m)\n`).join("");

/** Declarations whose findings depend on other files. */
const DECLARATIONS: readonly ((at: number) => string)[] = [
  (at) => `func copy${at}(m map[string]int) {\n${long}}\n`,
  (at) => `const query${at} = \`SELECT name, age FROM users\`\n`,
  (at) => `const good${at} = \`SELECT name FROM users\`\n`,
  (at) => `func open${at}() error { return nil }\n\nfunc use${at}() { open${at}() }\n`,
  (at) => `func print${at}() {\n\tpanic("x")\n}\n`,
  (at) => `func wrong${at}() { bad() }\n`,
  (at) => `func broken${at}( {\n`,
  (at) => `//gopherwood:disable-next-line no/such-rule -- ${at}\nvar v${at} = 1\n`,
];

const IMPORTS = ["example.com/app/a", "example.com/app/b", "example.com/app/gone"];

/** Writes a tree of random files, and returns its directory. */
function newTree(random: Random, name: string): string {
  const cwd = join(work, name);
  const write = (path: string, text: string) => {
    writeFiles(cwd, { [path]: text });
  };
  write("go.mod", "module example.com/app\n\ngo 1.24\n");
  write("gopherwood.config.mjs", CONFIG);
  write("db/migrations/1_users.up.sql", "CREATE TABLE users (id int, name text);\n");
  write("docs/notes.md", "See b/f0.go and b/, and c/f1.go.\n");
  write("c/ignored.go", "package c\n");
  for (const directory of ["a", "a/sub", "b", "c", "db"]) {
    const packageName = directory.split("/").at(-1) ?? "";
    for (let at = 0; at <= random.below(4); at += 1) {
      const imports = random.some(IMPORTS).map((path) => `import _ "${path}"\n`);
      const declarations = random.some(DECLARATIONS).map((declaration) => declaration(at));
      const text = [`package ${packageName}\n`, imports.join(""), ...declarations].join("\n");
      write(`${directory}/f${at}.go`, text);
    }
  }
  return cwd;
}

describe("random trees with rules that look at other files", () => {
  test.each([1, 2, 3, 4, 5, 6])("%i", async (seed) => {
    const random = new Random(seed);
    const cwd = newTree(random, `tree-${seed}`);
    const paths = random.pick([
      [],
      ["./...", "c/ignored.go", "missing.go"],
      ["a", "c", "docs"],
    ]);
    const options = random.pick([
      [],
      ["--quiet"],
      ["--quiet", "--max-warnings", "0"],
      ["--max-warnings", "2"],
    ]);
    if (random.below(2) === 0) {
      await gopherwood(cwd, ["baseline"]);
      // Accepted violations move to another file, perhaps of another shard, or are fixed.
      const moved = join(cwd, "a/f0.go");
      writeFileSync(
        join(cwd, "c/moved.go"),
        readFileSync(moved, "utf8").replace("package a", "package c"),
      );
      rmSync(moved);
      writeFileSync(join(cwd, "db/f0.go"), "package db\n");
    }
    const whole = await writtenBy(cwd, [...options, ...paths]);
    expect(await merged([cwd], 1 + (seed % 5), { paths, options })).toEqual(whole);
  });
});
