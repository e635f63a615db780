import type { LintedDocument } from "../src/engine/linted-document.ts";

type Message = LintedDocument["messages"][number];
type Site = LintedDocument["sites"][number];

/** Returns a linted document with nothing in it but what a test gives it. */
export const linted = (parts: Partial<LintedDocument>): LintedDocument => ({
  path: "/m/a.go",
  messages: [],
  sites: [],
  declarations: [],
  problems: [],
  isBroken: false,
  pages: {},
  ...parts,
});

/** Returns a message of `demo/a` at the third to sixth column of line 2. */
export const message = (parts: Partial<Message> = {}): Message => ({
  ruleId: "demo/a",
  severity: 2,
  message: "Write bar.",
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 6,
  ...parts,
});

/** Returns a site of `demo/a` at the place of `message`. */
export const site = (parts: Partial<Site> = {}): Site => ({
  ruleId: "demo/a",
  verdict: "compliant",
  subject: "foo",
  symbol: "",
  range: { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } },
  ...parts,
});
