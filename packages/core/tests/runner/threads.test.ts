// Several threads find, fix and survive what one does.
import { describe, expect, test } from "@jest/globals";
import {
  Gopherwood,
  lintedTextOf,
  type GopherwoodOptions,
  type Report,
} from "@gopherwood/core/runner";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workFolder, writeFiles } from "../../../../tests/support/work-folder.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const example = join(root, "examples/migratekit");
const work = workFolder();

/** Returns a report without what differs from run to run. */
async function reportOf(
  cwd: string,
  options: GopherwoodOptions,
): Promise<Omit<Report, "timings"> & { timings: undefined }> {
  const report = await new Gopherwood({ cwd, ...options }).lintFiles(["."]);
  return { ...report, timings: undefined };
}

describe("a report is the same", () => {
  const alone = reportOf(example, { survey: true });

  test.each([2, 3])("from %i threads", async (concurrency) => {
    expect(await reportOf(example, { survey: true, concurrency })).toEqual(await alone);
  });

  test("from two threads that write fixes, as are the files", async () => {
    const [one, two] = ["one", "two"].map((name) => join(work, name)) as [string, string];
    for (const cwd of [one, two]) cpSync(example, cwd, { recursive: true });
    const fix = { write: true, suggestions: true };
    const alone = await reportOf(one, { fix });
    const together = await reportOf(two, { fix, concurrency: 2 });
    expect(JSON.stringify(together).replaceAll(two, one)).toBe(JSON.stringify(alone));
    const before = alone.results.map(lintedTextOf);
    expect(together.results.map(lintedTextOf)).toEqual(before);
    expect(before.filter((text) => text !== undefined).length).toBeGreaterThan(0);
    const textsIn = (cwd: string) =>
      alone.files.map(({ path }) => readFileSync(join(cwd, path), "utf8"));
    expect(textsIn(two)).toEqual(textsIn(one));
  });
});

test("a brief run has the messages and counts of a whole one, and no more", async () => {
  const brief = await reportOf(example, { brief: true });
  const whole = await reportOf(example, {});
  const messagesOf = ({ results }: Pick<Report, "results">) =>
    results.map(({ messages }) =>
      messages.map((message) => ({ ...message, fix: undefined, suggestions: undefined })),
    );
  expect(messagesOf(brief)).toEqual(messagesOf(whole));
  expect(brief.evidence).toEqual(whole.evidence);
  expect(brief.sites).toEqual([]);
  const all = brief.results.flatMap(({ messages }) => messages);
  expect(all.filter(({ fix, suggestions }) => fix ?? suggestions)).toEqual([]);
  expect(brief.results.filter((result) => "source" in result)).toEqual([]);
  expect(all.length).toBeGreaterThan(50);
});

const rule = (create: string) => `
import core, { defineRule } from "@gopherwood/core";
const bad = defineRule({
  name: "demo/bad",
  meta: {
    docs: { description: "Disallow foo.", category: "demo" },
    messages: { foo: "Do not use foo." },
    hasSuggestions: true,
  },
  create: (context) => ({
    call_expression(node) {
      const isHere = node.function.text === "bad";
      ${create}
    },
  }),
});
const noFoo = {
  create: (context) => ({
    call_expression(node) {
      if (node.function.text === "foo") context.report({ node, message: "no foo" });
    },
  }),
};
export default [
  {
    files: ["**/*.go"],
    plugins: { demo: { rules: { bad, "no-foo": noFoo } }, gopherwood: core },
    language: "gopherwood/go",
    rules: { "demo/bad": "error", "demo/no-foo": "error" },
  },
];
`;

/** Writes 20 directories, of which one has what the rule is bad at. */
function newTree(name: string, create: string): string {
  const cwd = join(work, name);
  writeFiles(cwd, { "gopherwood.config.mjs": rule(create) });
  for (let at = 0; at < 20; at += 1) {
    const call = at === 7 ? "\tbad()\n" : "";
    const text = `package p\n\nfunc f() {\n${call}\tfoo()\n}\n`;
    writeFiles(cwd, { [`p${String(at).padStart(2, "0")}/a.go`]: text });
  }
  return cwd;
}

/** Runs the command in two threads on them. */
function runWith(name: string, create: string, args: readonly string[] = []) {
  const cwd = newTree(name, create);
  const bin = join(root, "packages/cli/bin/gopherwood.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=100", bin, "--concurrency", "2", ...args, "."],
    { cwd, encoding: "utf8" },
  );
  return { status, found: stdout.match(/no foo/gu)?.length, stderr };
}

/** Lints them in two threads of this process. */
async function lintWith(name: string, create: string, options: GopherwoodOptions = {}) {
  const cwd = newTree(name, create);
  const report = await reportOf(cwd, { concurrency: 2, ...options });
  const { results, problems } = report;
  const found = results
    .flatMap(({ messages }) => messages)
    .filter(({ message }) => message === "no foo");
  const suggested = results.flatMap(({ messages }) =>
    messages.flatMap(({ suggestions = [] }) => suggestions.map(({ desc }) => desc)),
  );
  return { found: found.length, problems, suggested };
}

describe("a rule that ends its thread is named with the file, and the rest is done", () => {
  const ways = [
    {
      name: "loop",
      create: "while (isHere);",
      why: "did not end within 0.4 s",
      advice: " Wait.",
      // In one thread: bad-input.test.ts.
      threads: [2],
    },
    {
      name: "exit",
      create: "if (isHere) process.exit(0);",
      why: "ended the process",
      advice: "",
      threads: [1, 2],
    },
  ];
  const runs = ways.flatMap((way) =>
    way.threads.map((concurrency) => ({ ...way, concurrency })),
  );
  test.each(runs)(
    "$name, in $concurrency threads",
    async ({ name, create, why, advice, concurrency }) => {
      const limits = { concurrency, ruleTimeout: 400, ruleTimeoutAdvice: "Wait." };
      const { found, problems } = await lintWith(`${name} ${concurrency}`, create, limits);
      expect(problems).toEqual([
        {
          path: "p07/a.go",
          ruleId: "demo/bad",
          message: `The rule ${why}: it is off for the rest of the run.${advice}`,
        },
      ]);
      expect(found).toBe(20);
    },
  );

  test("leak", () => {
    const create = "const kept = []; while (isHere) kept.push({ list: [1, 2, kept.length] });";
    const { status, found, stderr } = runWith("leak", create);
    expect(stderr).toContain("gopherwood: p07/a.go: demo/bad: The rule ran out of memory");
    expect({ status, found }).toEqual({ status: 2, found: 20 });
  });

  test.each([
    ["one thread", "isHere"],
    ["every thread", "true"],
  ])("an error that comes late, of %s, is not the file's", (name, condition) => {
    const create = `if (${condition}) setTimeout(() => { throw new Error('late'); }, 1);`;
    const { status, found, stderr } = runWith(`late ${name}`, create);
    expect(stderr).toContain("An error came after its rule or config had ended: Error: late");
    expect({ status, found }).toEqual({ status: 2, found: 20 });
  });
});

test("a run of few files, in one thread, goes on in another where a rule leaks", () => {
  const cwd = join(work, "few");
  const leak = `
const kept = [];
while (isHere) {
  for (let count = 0; count < 100; count += 1) kept.push({ list: [1, 2, kept.length] });
  // The first thread is to run out of patience, not of memory.
  for (const end = performance.now() + (isMainThread ? 1 : 0); performance.now() < end; );
}`;
  writeFiles(cwd, {
    "gopherwood.config.mjs":
      'import { isMainThread } from "node:worker_threads";\n' + rule(leak),
    "a.go": "package p\n\nfunc a() {\n\tfoo()\n}\n",
    "b.go": "package p\n\nfunc b() {\n\tbad()\n\tfoo()\n}\n",
    "c.go": "package p\n\nfunc c() {\n\tfoo()\n}\n",
  });
  const bin = join(root, "packages/cli/bin/gopherwood.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=100", bin, "."],
    { cwd, encoding: "utf8" },
  );
  expect(stderr).toContain("gopherwood: b.go: demo/bad: The rule ran out of memory");
  expect({ status, found: stdout.match(/no foo/gu)?.length }).toEqual({ status: 2, found: 3 });
});

test("what a rule reports need not be plain data", async () => {
  const create = `if (isHere) context.report({
    node,
    messageId: "foo",
    suggest: [{ desc: "no", data: { node, not() {} }, fix: (fixer) => fixer.remove(node) }],
  });`;
  expect(await lintWith("data", create)).toEqual({
    found: 20,
    problems: [],
    suggested: ["no"],
  });
});

test("an error in a config that only threads see is the run's", async () => {
  const cwd = join(work, "config");
  const thrown =
    'import { isMainThread } from "node:worker_threads";\nif (!isMainThread) throw new Error("not here");\n';
  // In the thread that can load the config a file takes long, and is left to another one.
  const files = { "a.go": "package p\n\nvar x = f()\n", "b.go": "package p\n" };
  writeFiles(cwd, { "gopherwood.config.mjs": thrown + rule("for (;;);"), ...files });
  await expect(reportOf(cwd, { concurrency: 2 })).rejects.toThrow(
    "the config cannot be loaded: not here",
  );
});

test.each([1, 2])(
  "a rule that waits for long is waited for, in %i threads",
  async (concurrency) => {
    const wait =
      "for (const end = performance.now() + 500; isHere && performance.now() < end; );";
    expect(await lintWith(`slow ${concurrency}`, wait, { concurrency })).toEqual({
      found: 20,
      problems: [],
      suggested: [],
    });
  },
);

test("who watches is told of each file, in threads as well", async () => {
  const lines: string[] = [];
  const steps: number[] = [];
  const { found } = await lintWith("watched", "", {
    onDebug: (line) => lines.push(line),
    onProgress: (done) => steps.push(done),
  });
  expect(found).toBe(20);
  expect(steps).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(lines.filter((line) => / linted in \d+ ms$/u.test(line))).toHaveLength(20);
});
