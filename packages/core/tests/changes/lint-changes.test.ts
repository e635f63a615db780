import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { lintChanges, type ChangeOptions } from "../../src/changes/index.ts";
import core, { defineRule, formatType } from "../../src/index.ts";
import { compareWithBaseline, entryOf, subtractBaseline } from "../../src/report/index.ts";
import { Gopherwood, type Report } from "../../src/runner/index.ts";
import { Repository, type Files } from "./repository.ts";

const docs = { description: "Disallow things.", category: "demo" };

/** Reports calls of `foo`, and attests those of `good`. */
const noFoo = defineRule({
  name: "demo/no-foo",
  meta: { type: "problem", docs, messages: { foo: "Do not call foo." } },
  create: (context) => ({
    call_expression(node) {
      if (node.function.text === "foo") context.report({ node, messageId: "foo" });
      if (node.function.text === "good") context.attest({ node, verdict: "compliant" });
    },
  }),
});

/** Reports calls that return an error, as far as that is known. */
const noErrors = defineRule({
  name: "demo/no-errors",
  meta: { type: "problem", docs, messages: { error: "It may fail." } },
  create: (context) => ({
    call_expression(node) {
      if (!/Save$/u.test(node.function.text)) return;
      const type = context.semantics.typeOf(node);
      if (type.kind === "unknown") {
        context.attest({ node, verdict: "undecided", reason: "no type" });
      } else if (formatType(type) === "error") context.report({ node, messageId: "error" });
    },
  }),
});

const CONFIG = [
  {
    files: ["**/*.go"],
    plugins: { gopherwood: core, demo: { rules: { "no-foo": noFoo, "no-errors": noErrors } } },
    language: "gopherwood/go",
    rules: { "demo/no-foo": "error", "demo/no-errors": "error" },
  },
] as const;

/** Returns a file with functions, each with its statements. */
function file(name: string, functions: Record<string, string>, before = ""): string {
  const all = Object.entries(functions).map(([head, body]) => `\nfunc ${head} {\n${body}}\n`);
  return `package ${name}\n${before}${all.join("")}`;
}

const OF_A = '\nimport "example.com/m/a"\n';
const SILENT = "\nfunc Save() {}\n";
const FAILING = "\nfunc Save() error { return nil }\n";
const FILES = {
  "go.mod": "module example.com/m\n",
  "a/a.go": file("a", { "old()": "\tfoo()\n\tgood()\n" }, SILENT),
  "a/same.go": file("a", { "use()": "\tSave()\n\tfoo()\n\tgood()\n" }),
  "b/b.go": file("b", { "use()": "\ta.Save()\n\tfoo()\n" }, OF_A),
  "b/quiet.go": file("b", { "quiet()": "\t_ = a.Save\n\tgood()\n" }, OF_A),
  "c/c.go": file("c", { "use()": "\tfoo()\n" }),
};

let repository: Repository;

beforeEach(() => {
  repository = new Repository(FILES);
});

afterEach(() => {
  repository[Symbol.dispose]();
});

/** The numbers of the engines that were made: those that look at what is there, and at what was. */
let engines = { now: 0, earlier: 0 };

async function lint(options: Partial<ChangeOptions> = {}): Promise<Report> {
  engines = { now: 0, earlier: 0 };
  return await lintChanges(repository.head, {
    newEngine: (language) => {
      engines[language ? "earlier" : "now"] += 1;
      const config = CONFIG as unknown as [];
      const cwd = repository.root;
      return Promise.resolve(new Gopherwood({ cwd, config, language, forceExclude: true }));
    },
    isWanted: () => true,
    subtract: (report) => report,
    wholeFiles: false,
    name: "HEAD",
    ...options,
  });
}

/** Returns the messages as `path:line rule`, those that are caused elsewhere with a `*`. */
function found({ results, root }: Report): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => {
      const place = `${filePath.slice(root.length + 1)}:${line}`;
      const isElsewhere = message.endsWith(". (Caused by a change elsewhere.)");
      return `${place} ${ruleId?.split("/")[1] ?? message}${isElsewhere ? " *" : ""}`;
    }),
  );
}

async function findings(files: Files, options?: Partial<ChangeOptions>): Promise<string[]> {
  repository.write(files);
  return found(await lint(options));
}

/** Returns the paths of a report's files, and its sites as `path:line verdict`. */
function contentOf({ files, results, sites }: Report): unknown {
  expect(results.map(({ filePath }) => filePath)).toEqual(
    files.map(({ path }) => repository.path(path)),
  );
  return [
    files.map(({ path }) => path),
    sites.map(({ file: path, range, verdict }) => `${path}:${range.start.line} ${verdict}`),
  ];
}

test("nothing is reported where nothing changed", async () => {
  const report = await lint();
  expect(contentOf(report)).toEqual([[], []]);
  expect(report.since).toEqual({ name: "HEAD", commit: repository.head.commit });
});

test("findings on changed lines are reported, or all of changed files, and of them the sites", async () => {
  repository.write({
    "a/a.go": file("a", { "old()": "\tfoo()\n\tgood()\n\tfoo(2)\n" }, SILENT),
    "c/c.go": `${FILES["c/c.go"]}// The end.\n`,
    "d/d.go": file("d", { "f()": "\tgood()\n" }),
    "notes.txt": "foo()\n",
  });
  const report = await lint();
  expect(found(report)).toEqual(["a/a.go:8 no-foo"]);
  expect(contentOf(report)).toEqual([
    ["a/a.go", "c/c.go", "d/d.go"],
    ["a/a.go:7 compliant", "a/a.go:8 violation", "d/d.go:4 compliant"],
  ]);
  expect(report.evidence).toEqual({ compliant: 2, undecided: 0, unread: [] });
  expect(report.since).toEqual({ name: "HEAD", commit: repository.head.commit });
  expect(report.results[0]).toMatchObject({ errorCount: 1 });
  expect([report.ignored, report.problems]).toEqual([0, []]);
  const all = ["a/a.go:6 no-foo", "a/a.go:8 no-foo", "c/c.go:4 no-foo"];
  expect(await findings({}, { wholeFiles: true })).toEqual(all);
  expect(engines).toEqual({ now: 1, earlier: 0 });
  const isWanted = (path: string) => path === repository.path("c/c.go");
  expect(await findings({}, { wholeFiles: true, isWanted })).toEqual(all.slice(2));
});

test.each([
  ["before it", "\t// New.\n\tfoo(\n\t\t1,\n\t\t2,\n\t)\n", []],
  ["at its start", "\tgo foo(\n\t\t1,\n\t\t2,\n\t)\n", ["c/c.go:4 no-foo"]],
  ["within it", "\tfoo(\n\t\t1, // New.\n\t\t2,\n\t)\n", ["c/c.go:4 no-foo"]],
  ["at its end", "\tfoo(\n\t\t1,\n\t\t2,\n\t) // New.\n", ["c/c.go:4 no-foo"]],
  ["after it", "\tfoo(\n\t\t1,\n\t\t2,\n\t)\n\t// New.\n", []],
])(
  "a finding of several lines is reported for a change %s or not",
  async (_, body, expected) => {
    repository.write({ "c/c.go": file("c", { "use()": "\tfoo(\n\t\t1,\n\t\t2,\n\t)\n" }) });
    repository.commit();
    expect(await findings({ "c/c.go": file("c", { "use()": body }) })).toEqual(expected);
  },
);

test("what a change causes elsewhere is marked, and files without it are not shown", async () => {
  repository.write({
    "a/a.go": FILES["a/a.go"].replace(SILENT, FAILING),
    "z/z.go": file("z", { "use()": "\tgood()\n\tfoo()\n" }, OF_A),
  });
  repository.git("add", "z");
  const report = await lint();
  expect(found(report)).toEqual([
    "a/same.go:4 no-errors *",
    "b/b.go:6 no-errors *",
    "z/z.go:7 no-foo",
  ]);
  expect(contentOf(report)).toEqual([
    ["a/a.go", "a/same.go", "b/b.go", "z/z.go"],
    [
      ...["a/a.go:7 compliant", "a/same.go:4 violation", "a/same.go:6 compliant"],
      ...["b/b.go:6 violation", "z/z.go:6 compliant", "z/z.go:7 violation"],
    ],
  ]);
  expect(report.evidence.compliant).toBe(3);
  expect(engines).toEqual({ now: 1, earlier: 1 });
  const [message] = report.results[1]?.messages ?? [];
  expect(message?.message).toBe("It may fail. (Caused by a change elsewhere.)");
  const isWanted = (path: string) => !path.endsWith("b.go");
  expect(found(await lint({ isWanted }))).toEqual([
    "a/same.go:4 no-errors *",
    "z/z.go:7 no-foo",
  ]);
});

test("what could not be decided before is not caused by the change that decides it", async () => {
  const uses = (names: string) => file("n", { "f()": names }, '\nimport "example.com/m/n/m"\n');
  repository.write({
    "n/n.go": uses("\tm.Save()\n\tfoo()\n"),
    "n/o.go": uses("\tm.Save()\n"),
  });
  repository.commit();
  expect(await findings({ "n/m/m.go": `package m\n${FAILING}` })).toEqual([]);
  expect(await findings({ "n/n.go": uses("\tm.Save()\n\tfoo()\n\tm.Save()\n") })).toEqual([
    "n/n.go:8 no-errors",
  ]);
});

test("findings are known again in files and functions that moved or have another name", async () => {
  const before = { "f()": "\tfoo()\n", "g()": "\tfoo(1)\n", "h()": "\tgood()\n\tfoo(2)\n" };
  repository.write({
    "p/one.go": file("p", before, "\nvar a = foo(3)\n"),
    "p/two.go": file("p", { "i()": "\tfoo(4)\n", "j()": "\tfoo(5)\n" }),
  });
  repository.commit();
  // The file has another name, a function another, and one is in another file.
  const after = { "f()": "\tfoo()\n", "g2()": "\tfoo(1)\n", "j()": "\tfoo(5)\n" };
  repository.write({
    "p/one.go": null,
    "p/three.go": file("p", { ...after, "h()": before["h()"] }, "\nvar a = foo(3)\n"),
    "p/two.go": file("p", { "i()": "\tfoo(4)\n" }),
  });
  repository.git("add", "-A");
  expect(await findings({})).toEqual(["p/three.go:14 no-foo"]);
  // In a function that stays, it is new.
  repository.commit();
  const taken = { ...after, "h()": "\tgood()\n", "k()": "\tfoo(2)\n" };
  const text = file("p", taken, "\nvar a = foo(3)\n");
  expect(await findings({ "p/three.go": text })).toEqual(["p/three.go:22 no-foo *"]);
});

test("a finding is new where its place was there, and one of a place that stays has not moved", async () => {
  const [own, other] = ["a", "z"].map((name) => `\nimport m "example.com/m/${name}"\n`);
  const variable = "\nvar err = m.Save()\n";
  repository.write({
    "z/z.go": `package z\n${FAILING}`,
    "p/gone.go": `package p\n${other}${variable}`,
    "p/stays.go": `package p\n${own}${variable}`,
    "q/gone.go": file("q", { "f()": "\tm.Save()\n" }, other),
    "q/stays.go": file("q", { "f()": "\tgood()\n\tm.Save()\n" }, own),
  });
  repository.commit();
  repository.write({ "a/a.go": FILES["a/a.go"].replace(SILENT, FAILING) });
  const all = ["a/same.go:4 no-errors *", "b/b.go:6 no-errors *"];
  const stays = ["p/stays.go:5 no-errors *", "q/stays.go:7 no-errors *"];
  // Their places are no longer there, or are there without the finding.
  for (const text of [null, `package p\n${own}`]) {
    repository.write({
      "p/gone.go": text,
      "q/gone.go": text && text.replace("package p", "package q"),
    });
    expect(await findings({})).toEqual([...all, ...stays]);
  }
});

test("what a directive hid, and hides no more, is caused by the change", async () => {
  const hidden = "\t//gopherwood:disable-next-line demo/no-foo -- old\n\tfoo(1)\n";
  repository.write({ "c/c.go": file("c", { "use()": `${hidden}${hidden}\tfoo()\n` }) });
  repository.commit();
  const shown = file("c", { "use()": `\tfoo(1)\n${hidden}\tfoo()\n` });
  expect(await findings({ "c/c.go": shown })).toEqual(["c/c.go:4 no-foo *"]);
});

/** Subtracts a baseline with the first violation. */
function withoutFirst(report: Report): Report {
  const fileOf = (path: string) => path;
  const [old] = report.sites.filter(({ messageIndex }) => messageIndex !== undefined);
  const entries = old ? [entryOf(old, fileOf)] : [];
  const comparison = compareWithBaseline(report, entries, { fileOf, declares: () => true });
  return subtractBaseline(report, comparison, "baseline.json");
}

test("what the baseline has is no finding", async () => {
  repository.write({ "c/c.go": file("c", { "use()": "\tfoo()\n\tfoo()\n\tgood()\n" }) });
  const report = await lint({ subtract: withoutFirst });
  expect(found(report)).toEqual(["c/c.go:5 no-foo"]);
  expect(contentOf(report)).toEqual([
    ["c/c.go"],
    ["c/c.go:4 violation", "c/c.go:5 violation", "c/c.go:6 compliant"],
  ]);
  expect(report.baseline).toMatchObject({ path: "baseline.json", old: 1, added: 1 });
});

test("of findings with the same code, those of the baseline were there, and the others are new", async () => {
  const types =
    "\ntype T struct{}\n\nfunc (T) Save() error { return nil }\n\ntype U struct{}\n";
  const ofT = "\t{\n\t\tvar x T\n\t\tx.Save()\n\t}\n";
  const use = ofT + ofT.replace("T", "U");
  const hidden = ofT.replace("\t\tx", "\t\t//gopherwood:disable-next-line -- known\n\t\tx");
  repository.write({
    "t/t.go": `package t\n${types}\nfunc (U) Save() {}\n`,
    "t/use.go": file("t", { "f()": use, "g()": hidden + use }),
  });
  repository.commit();
  repository.write({ "t/t.go": `package t\n${types}\nfunc (U) Save() error { return nil }\n` });
  expect(await findings({})).toEqual(["t/use.go:10 no-errors *", "t/use.go:26 no-errors *"]);
  expect(await findings({}, { subtract: withoutFirst })).toEqual([
    ...["t/use.go:10 no-errors *", "t/use.go:26 no-errors *"],
  ]);
});

test("a message of no rule is known again by its text", async () => {
  const broken = `${file("c", { "use()": "\tfoo()\n" })}\nfunc (\n`;
  repository.write({ "c/c.go": broken });
  const [added] = await findings({});
  expect(added).toMatch(/^c\/c\.go:\d+ .*[^*]$/u);
  repository.commit();
  expect(await findings({ "c/c.go": broken.replace("foo()", "bar()") })).toEqual([]);
});

test("a directory of the repository is linted, and others are only looked at", async () => {
  const cwd = repository.path("b");
  repository.write({
    "a/a.go": FILES["a/a.go"].replace(SILENT, FAILING),
    "b/b.go": FILES["b/b.go"].replace("foo()", "foo(1)"),
  });
  const config = CONFIG as unknown as [];
  const { files, results } = await lint({
    newEngine: (language) =>
      Promise.resolve(new Gopherwood({ cwd, config, language, forceExclude: true })),
  });
  expect(files.map(({ path }) => path)).toEqual(["b.go"]);
  expect(results[0]?.messages.map(({ line }) => line)).toEqual([6, 7]);
});
