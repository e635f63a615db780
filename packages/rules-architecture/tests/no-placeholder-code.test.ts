import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-placeholder-code.ts";
import { comment, exempt } from "./support/placeholder-code.ts";

runFixture(
  "architecture/no-placeholder-code",
  rule,
  new URL("testdata/placeholders.go", import.meta.url),
);

const unfinished = (text: string) => [
  { messageId: "unfinished" as const, data: { text }, line: 3, column: 1 },
];

new RuleTester().run("architecture/no-placeholder-code", rule, {
  valid: [
    {
      name: "recorded as an issue",
      code: comment("// TODO(#12): roll back."),
      sites: exempt(3, "recorded elsewhere"),
    },
    {
      name: "recorded as a ticket",
      code: comment("// TODO VOL-123 roll back."),
      sites: exempt(3, "recorded elsewhere"),
    },
    {
      name: "recorded at an address",
      code: comment("// FIXME: https://example.com/1"),
      sites: exempt(3, "recorded elsewhere"),
    },
    ...[
      "TODO: turn this on again,\n// see https://example.com/57 for why.",
      "TODO: turn this on again.\n// It waits for #57.",
      "- TODO: turn this on again,\n//   see #57",
      "TODO(3455): names belong to annotations.",
      "FIXME (3455) names belong to annotations.",
      "TODO: see issue 57",
      "TODO: roll back. See:\n//   - #57\n//   - #58",
      "TODO(b/3455): names",
      "TODO(3455, 3456): names",
      "TODO[3455] names",
    ].map((text) => ({
      name: `recorded: ${text}`,
      code: comment(`// ${text}`),
      sites: exempt(3, "recorded elsewhere"),
    })),
    {
      name: "recorded on the next line of a block",
      code: comment("/*\n * TODO: roll back,\n * see #57.\n */"),
      sites: exempt(4, "recorded elsewhere"),
    },
    {
      name: "recorded below a comment after code",
      code: "package p\n\nvar a = 1 // TODO: two,\n          // see #57\n",
      sites: exempt(3, "recorded elsewhere"),
    },
    {
      name: "no marks",
      code: comment("// TODO: more cases."),
      options: [{ marks: [] }],
      sites: [],
    },
    {
      name: "tests",
      code: comment("// TODO: more cases."),
      filename: "a_test.go",
      sites: exempt(3, "test file"),
    },
    { name: "a mark in the middle", code: comment("// It keeps a TODO list."), sites: [] },
    {
      name: "a word that begins like a mark",
      code: comment("// TODOs are listed by Todos."),
      sites: [],
    },
    {
      name: "the placeholder of SQL",
      code: comment("// Each ? is a placeholder, and TODO is no mark here."),
      sites: [],
    },
    ...["//go:generate x // TODO", "//export TODO", "//nolint // TODO"].map((directive) => ({
      name: directive,
      code: comment(directive),
      sites: [],
    })),
    {
      name: "marks of the team's own",
      code: comment("// TODO: x"),
      options: [{ marks: ["HACK", "TODO2"] }],
      sites: [],
    },
    { name: "a directive", code: comment("//nolint:all // TODO: x"), sites: [] },
  ],
  invalid: [
    {
      name: "a long line, cut short",
      code: comment(`// TODO ${"x".repeat(90)}`),
      errors: unfinished(`TODO ${"x".repeat(72)}...`),
    },
    {
      name: "a line of eighty letters",
      code: comment(`// TODO ${"x".repeat(75)}`),
      errors: unfinished(`TODO ${"x".repeat(75)}`),
    },
    {
      name: "a mark",
      code: comment("// TODO: roll back."),
      errors: [
        {
          message: "Finish this, or name the issue that records it: 'TODO: roll back.'.",
          line: 3,
          column: 1,
        },
      ],
      sites: [{ verdict: "violation", messageId: "unfinished", line: 3 }],
    },
    ...[
      "TODO: roll back.\n//\n// See #57.",
      "TODO: roll back.\n// TODO(#57): tell.",
      "- TODO: roll back.\n// - See #57.",
      "TODO: roll back.\n//  - See #57.",
      "TODO(57th): roll back.",
      "TODO: f(2) is wrong.",
    ].map((text) => ({
      name: `recorded is something else: ${text}`,
      code: comment(`// ${text}`),
      errors: [{ messageId: "unfinished" as const, line: 3 }],
    })),
    {
      name: "recorded in another comment",
      code: "package p\n\nvar a = 1 // TODO: two\n\n// See #57.\nvar b = 1\n",
      errors: [{ messageId: "unfinished", line: 3 }],
    },
    {
      name: "with a name",
      code: comment("// FIXME(anna) roll back"),
      errors: unfinished("FIXME(anna) roll back"),
    },
    { name: "without space", code: comment("//XXX"), errors: unfinished("XXX") },
    {
      name: "after code",
      code: "package p\n\nvar a = 1 // TODO: two\n",
      errors: [{ messageId: "unfinished", line: 3, column: 11 }],
    },
    {
      name: "on a later line of a block",
      code: comment("/*\n * Runs.\n * TODO: roll back.\n */"),
      errors: [
        {
          messageId: "unfinished" as const,
          data: { text: "TODO: roll back." },
          line: 5,
          column: 4,
          endColumn: 20,
        },
      ],
    },
    {
      name: "each on its line of a block",
      code: comment("/*\nNotes.\n\nTODO: count the retries\nXXX: or not\n\nFIXME: limit\n*/"),
      errors: [
        { messageId: "unfinished" as const, line: 6, column: 1, endColumn: 24 },
        { messageId: "unfinished" as const, line: 7, column: 1, endColumn: 12 },
        { messageId: "unfinished" as const, line: 9, column: 1, endColumn: 13 },
      ],
      sites: [
        { verdict: "violation", line: 6 },
        { verdict: "violation", line: 7 },
        { verdict: "violation", line: 9 },
      ],
    },
    {
      name: "in a block on one line",
      code: comment("/* TODO: roll back */"),
      errors: unfinished("TODO: roll back"),
    },
    {
      name: "in a list",
      code: comment("// - TODO: roll back"),
      errors: unfinished("TODO: roll back"),
    },
    {
      name: "a long one is shortened",
      code: comment(`// TODO: ${"long ".repeat(30)}`),
      errors: [{ message: /\.\.\.'\.$/u }],
    },
    {
      name: "marks of the team's own",
      code: comment("// HACK: x"),
      options: [{ marks: ["HACK"] }],
      errors: unfinished("HACK: x"),
    },
    ...["TODO:", "@todo", "TODO(", "#todo"].map((mark) => ({
      name: `a mark with signs: ${mark}`,
      code: comment(`// ${mark} limit`),
      options: [{ marks: [mark] }] as [{ marks: string[] }],
      errors: unfinished(`${mark} limit`),
    })),
    {
      name: "nothing is recorded",
      code: comment("// TODO(#1): x"),
      options: [{ tracked: "" }],
      errors: unfinished("TODO(#1): x"),
    },
    {
      name: "tests, if they are asked for",
      code: comment("// TODO: x"),
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "unfinished", line: 3, column: 1 }],
    },
  ],
});
