import { expect, test } from "@jest/globals";
import { assistTests, body } from "./assisted.ts";
import { CONFIG } from "./workspace.ts";

const assisted = assistTests();

test("lint: files, directories, one rule, and a text that is not saved", async () => {
  assisted.workspace({
    "code/a.go": body("foo()", "baz()"),
    "code/sub/b.go": body("foo()"),
  });
  expect(await assisted.assistant.call("lint")).toEqual({
    isError: false,
    text: [
      "a.go:4:2 error demo/no-foo: Write bar.",
      "fix:",
      "@@ 4",
      "-\tfoo()",
      "+\tbar()",
      "a.go:5:2 warning demo/no-baz: No baz.",
      "sub/b.go:4:2 error demo/no-foo: Write bar.",
      "fix:",
      "@@ 4",
      "-\tfoo()",
      "+\tbar()",
      "2 errors, 1 warning in 2 files; 2 can be fixed",
    ].join("\n"),
  });
  expect((await assisted.assistant.call("lint", { paths: ["sub/..."] })).text).toMatch(
    /^sub\/b\.go:4:2 /u,
  );
  const { text } = await assisted.assistant.call("lint", { rule: "demo/no-baz" });
  expect(text.split("\n")).toEqual([
    "a.go:5:2 warning demo/no-baz: No baz.",
    "0 errors, 1 warning in 2 files",
  ]);
  const unsaved = { paths: ["new/c.go"], text: body("baz()") };
  expect((await assisted.assistant.call("lint", unsaved)).text.split("\n")).toEqual([
    "new/c.go:4:2 warning demo/no-baz: No baz.",
    "0 errors, 1 warning in 1 file",
  ]);
});

test("lint: what it cannot do is said", async () => {
  assisted.workspace({ "code/a.go": body() });
  const missing = await assisted.assistant.call("lint", { paths: ["b.go"] });
  expect(missing.text).toContain("b.go");
  const { text, isError } = await assisted.assistant.call("lint", { rule: "demo/nope" });
  expect(isError).toBe(true);
  expect(text).toContain("no rule 'demo/nope'");
  expect(text).toContain("demo/no-baz, demo/no-foo");
  assisted.workspace({
    "code/a.go": body(),
    "code/gopherwood.config.mjs": "export default [{ files: ['**/*.go'], nope: 1 }];",
  });
  const wrong = await assisted.assistant.call("lint");
  expect(wrong.isError).toBe(true);
  expect(wrong.text).toContain("gopherwood.config.mjs");
  expect(wrong.text).toContain("nope");
});

test("lint and fix: one rule runs alone, by the config of the path", async () => {
  assisted.workspace({
    "code/gopherwood.config.mjs": CONFIG.replace(
      /"demo\/no-baz": "warn" \},\n\}\]/u,
      '},\n}, { files: ["sub/*.go"], rules: { "demo/no-baz": "warn" } }]',
    ),
    "code/a.go": body("foo()"),
    "code/sub/b.go": body(
      "foo()",
      "baz() //gopherwood:disable-line demo/no-foo -- old",
      "wrap()",
    ),
  });
  const { text } = await assisted.assistant.call("lint", { rule: "demo/no-foo" });
  expect(text).not.toContain("demo/no-baz");
  expect(text).toContain("2 errors, 0 warnings in 2 files");
  for (const path of ["sub", "sub/b.go"]) {
    const linted = await assisted.assistant.call("lint", {
      paths: [path],
      rule: "demo/no-baz",
    });
    expect(linted.text).toMatch(/^sub\/b\.go:5:2 warning demo\/no-baz: No baz\.\n0 errors/u);
    const fixed = await assisted.assistant.call("fix", { paths: [path], rule: "demo/no-baz" });
    expect(fixed.text).toMatch(/^Would fix 0 findings in 0 files, and leave 1\./u);
  }
  expect((await assisted.assistant.call("fix", { rule: "demo/no-baz" })).text).toContain(
    "no rule 'demo/no-baz'",
  );
});

test("what a config ignores has no rules", async () => {
  assisted.workspace({
    "code/gopherwood.config.mjs": CONFIG.replace(
      "export default [",
      'export default [{ ignores: ["old"] }, ',
    ),
    "code/old/a.go": body("foo()"),
  });
  const ignores = /^The config ignores .*old[\\/]\w+\.go or has nothing for it\.$/u;
  const lint = await assisted.assistant.call("lint", {
    paths: ["old/a.go"],
    text: body("foo()"),
  });
  expect(lint).toEqual({ isError: true, text: expect.stringMatching(ignores) });
  const rules = await assisted.assistant.call("list_rules", { place: "old" });
  expect(rules).toEqual({ isError: true, text: expect.stringMatching(ignores) });
  const evidence = await assisted.assistant.call("evidence", {
    place: "old",
    rule: "demo/no-foo",
  });
  expect(evidence.text).toMatch(/^The config turns no rule 'demo\/no-foo' on in .* on: \.$/u);
});

test("fix: shows a diff, and writes when it is asked to", async () => {
  const files = assisted.workspace({
    "code/a.go": body("foo()", "baz()"),
    "code/b.go": body("foo()"),
  });
  const { text } = await assisted.assistant.call("fix", { paths: ["a.go"] });
  expect(text).toContain("--- a/a.go");
  expect(text).toContain("-\tfoo()\n+\tbar()");
  expect(text).toMatch(/Would fix 1 finding in 1 file, and leave 1\. Nothing is written/u);
  expect(files.read("code/a.go")).toBe(body("foo()", "baz()"));
  const applied = await assisted.assistant.call("fix", { apply: true });
  expect(applied.text).toMatch(/\nFixed 2 findings in 2 files; 1 finding left\.$/u);
  expect(files.read("code/a.go")).toBe(body("bar()", "baz()"));
  expect(files.read("code/b.go")).toBe(body("bar()"));
  const again = await assisted.assistant.call("fix", { apply: true });
  expect(again.text).toBe("Fixed 0 findings in 0 files; 1 finding left.");
});

test("fix: a diff of each file, and what could not be done", async () => {
  assisted.workspace({ "code/a.go": body("// --- a/x", "foo()"), "code/b.go": body("foo()") });
  const { text } = await assisted.assistant.call("fix", { paths: ["a.go", "b.go", "gone.go"] });
  const hunk = [" func f() {", "-\tfoo()", "+\tbar()", " }"];
  expect(text.split("\n")).toEqual([
    expect.stringContaining("gone.go: No such file or directory"),
    ...["--- a/a.go", "+++ b/a.go", "@@ -1,6 +1,6 @@", " package p", " "],
    ...[...hunk.slice(0, 1), " \t// --- a/x", ...hunk.slice(1)],
    ...["--- a/b.go", "+++ b/b.go", "@@ -1,5 +1,5 @@", " package p", " ", ...hunk],
    expect.stringMatching(/^Would fix 2 findings in 2 files, and leave 0\./u),
  ]);
});
