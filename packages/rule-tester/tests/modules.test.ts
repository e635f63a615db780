import { describe, expect, test } from "@jest/globals";
import { RuleTester } from "@gopherwood/rule-tester";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { failuresOf } from "./run-cases.ts";
import { BAD, FIXED, NAME, noPrintln } from "./sample-rules.ts";

const GO_MOD = "module example.com/m\n";

new RuleTester().run(NAME, noPrintln, {
  valid: [
    { name: "object", files: { "go.mod": GO_MOD, "a/a.go": FIXED, "b/b.go": "package b\n" } },
    {
      name: "txtar",
      files: `-- go.mod --\n${GO_MOD}-- a.go --\n${FIXED}-- vendor/v/v.go --\n${BAD}`,
      filename: "a.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "txtar with a comment that looks like a marker",
      files: `-- a.go --\n// See:\n// -- b.go --\n${FIXED}`,
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 6 }],
    },
    { name: "a directory whose name ends in dots", files: { "x../a.go": FIXED } },
  ],
  invalid: [
    {
      name: "errors by file",
      files: { "go.mod": GO_MOD, "a/a.go": BAD, "b/b.go": BAD, "c/c.go": FIXED },
      errors: { "a/a.go": 1, "b/b.go": [{ messageId: "println" }] },
      output: { "a/a.go": FIXED, "b/b.go": FIXED },
      sites: { "a/a.go": [{ verdict: "violation" }], "c/c.go": [{ verdict: "compliant" }] },
    },
    {
      name: "errors of one file",
      files: { "a.go": BAD, "b.go": FIXED },
      filename: "a.go",
      errors: [{ messageId: "println", line: 4 }],
      output: FIXED,
    },
    {
      name: "passes of one file",
      files: { "a.go": BAD },
      filename: "a.go",
      errors: 1,
      output: [FIXED],
    },
  ],
});

describe("a module fails", () => {
  const files = { "go.mod": GO_MOD, "a/a.go": BAD, "b/b.go": FIXED };
  test.each<[string, Parameters<typeof failuresOf>[2], string]>([
    [
      "with messages in a file that expects none",
      { valid: [{ files }] },
      "Should have no errors but had 1",
    ],
    [
      "with messages in another file",
      { invalid: [{ files, errors: { "b/b.go": 1 } }] },
      "Should have no errors but had 1",
    ],
    [
      "with errors for a file that is not there",
      { invalid: [{ files, errors: { "c.go": 1 } }] },
      "The module has no Go file 'c.go'.",
    ],
    [
      "with errors of no file",
      { invalid: [{ files, errors: 1 }] },
      "Give 'errors' by file, or say by 'filename' which file it is of.",
    ],
    [
      "with sites of no file",
      { valid: [{ files: { "a.go": FIXED }, sites: [] }] },
      "Give 'sites' by file, or say by 'filename' which file it is of.",
    ],
    [
      "with no output for the file of the case, where the rule fixes it",
      { invalid: [{ files: { "a.go": BAD }, filename: "a.go", errors: 1, output: null }] },
      "Expected no autofixes to be suggested",
    ],
    [
      "with errors for no file",
      { invalid: [{ files, errors: {} }] },
      "Did not specify errors for any file of an invalid case.",
    ],
    [
      "without a Go file",
      { valid: [{ files: { "go.mod": GO_MOD } }] },
      "The module has no Go file.",
    ],
    [
      "whose files have nothing for the rule",
      { valid: [{ files: { "a.go": "package a\n", "b.go": "package b\n" } }] },
      "This case cannot fail",
    ],
    [
      "whose file is outside",
      { valid: [{ files: { "../a.go": FIXED } }] },
      "The file '../a.go' is not inside the module.",
    ],
  ])("%s", async (_what, tests, message) => {
    expect(await failuresOf(NAME, noPrintln, tests)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

test("its files are on disk while it is linted, and gone afterwards", async () => {
  const seen: string[] = [];
  const rule = {
    create({ filename }: { filename: string }) {
      seen.push(filename, readFileSync(join(dirname(filename), "../b/b.go"), "utf8"));
      return {};
    },
  };
  const files = { "a/a.go": "package a\n", "b/b.go": "package b\n" };
  expect(await failuresOf("x", rule as never, { valid: [{ files }] })).toEqual([null]);
  expect(seen[1]).toBe("package b\n");
  expect(existsSync(String(seen[0]))).toBe(false);
});
