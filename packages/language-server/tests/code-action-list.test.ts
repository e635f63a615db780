import { expect, test } from "@jest/globals";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CodeActions, placeholderFor } from "../src/features/code-actions.ts";
import { message } from "./linted.ts";

const URI = "file:///m/a.go";
const TEXT = "package p\nx foo\n";
const document = TextDocument.create(URI, "go", 7, TEXT);

const ALL = { documentChanges: true, resolve: true, showDocument: true };
const NONE = { documentChanges: false, resolve: false, showDocument: false };

const bar = {
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
  newText: "bar",
};
const versioned = {
  documentChanges: [{ textDocument: { uri: URI, version: 7 }, edits: [bar] }],
};
const plain = { changes: { [URI]: [bar] } };

const FIXED = "package p\nx bar\n";

const changes = (parts: object = {}) => ({
  message: message(),
  fix: null,
  suggestions: [],
  disableOnLine: null,
  disableInFile: null,
  ...parts,
});

const diagnostic = (code: string | undefined, line: number, character: number) => ({
  range: { start: { line, character }, end: { line: 1, character: 5 } },
  message: "Write bar.",
  ...(code !== undefined && { code }),
});

test("a kind is wanted by its name, a part of its name up to a dot, or any; fixes by default", () => {
  const kind = "source.fixAll.gopherwood";
  for (const only of ["", "source", "source.fixAll", kind]) {
    expect([only, CodeActions.areWanted(kind, ["quickfix", only])]).toEqual([only, true]);
  }
  for (const only of ["sour", "source.fixAll.gopherwood.more", "quickfix"]) {
    expect([only, CodeActions.areWanted(kind, [only])]).toEqual([only, false]);
  }
  expect(CodeActions.areWanted(kind, undefined)).toBe(false);
  expect(CodeActions.areWanted("quickfix", [])).toBe(true);
});

test("edits have the version that they were made for, if the client takes it", () => {
  expect(new CodeActions(document, ALL).edit([bar])).toEqual(versioned);
  expect(new CodeActions(document, NONE).edit([bar])).toEqual(plain);
});

test("all fixes are one action, and none if nothing changes", () => {
  const actions = new CodeActions(document, NONE);
  expect(actions.fixAll(FIXED)).toEqual([
    { title: "Fix all Gopherwood problems", kind: "source.fixAll.gopherwood", edit: plain },
  ]);
  expect(actions.fixAll(TEXT)).toEqual([]);
});

test("a fix comes before suggestions, and is the one that is preferred", () => {
  const found = changes({
    fix: FIXED,
    suggestions: [{ description: "Write baz.", text: FIXED }],
  });
  expect(new CodeActions(document, NONE).quickFixes([found], [], {})).toEqual([
    {
      title: "Fix this demo/a problem",
      kind: "quickfix",
      diagnostics: [],
      isPreferred: true,
      edit: plain,
    },
    { title: "Write baz.", kind: "quickfix", diagnostics: [], edit: plain },
  ]);
});

test("a fix of a message of no rule takes its directive away, and nothing else is offered", () => {
  const found = changes({ message: message({ ruleId: null }), fix: FIXED });
  const actions = new CodeActions(document, ALL).quickFixes([found], [], { "": "" });
  expect(actions.map(({ title }) => title)).toEqual(["Remove this directive"]);
});

test("an action solves the diagnostics of its rule at its place", () => {
  const all = [
    diagnostic("demo/a", 1, 2),
    diagnostic("demo/b", 1, 2),
    diagnostic("demo/a", 0, 2),
    diagnostic("demo/a", 1, 0),
    diagnostic(undefined, 1, 2),
  ];
  const solved = (ruleId: string | null) =>
    new CodeActions(document, NONE)
      .quickFixes([changes({ message: message({ ruleId }), fix: FIXED })], all, {})
      .map(({ diagnostics }) => diagnostics);
  expect(solved("demo/a")).toEqual([[all[0]]]);
  expect(solved(null)).toEqual([[all[4]]]);
});

test("of the messages of a rule the first one offers to fix and disable all, and its page", () => {
  const directive = { text: `//x\n${TEXT}`, placeholder: [2, 3] as const };
  const found = changes({ fix: FIXED, disableOnLine: directive, disableInFile: directive });
  const actions = new CodeActions(document, ALL).quickFixes([found, found], [], {
    "demo/a": "https://a.com/",
    "demo/b": "https://b.com/",
  });
  expect(actions.map(({ title }) => title)).toEqual([
    "Fix this demo/a problem",
    "Fix this demo/a problem",
    "Fix all demo/a problems in this file",
    "Disable demo/a for this line",
    "Disable demo/a for this file",
    "Show the page of demo/a",
  ]);
  expect(actions[2]).toEqual({
    title: "Fix all demo/a problems in this file",
    kind: "quickfix",
    data: { uri: URI, ruleId: "demo/a" },
  });
  const place = { start: { line: 0, character: 2 }, end: { line: 0, character: 3 } };
  expect(actions[3]).toMatchObject({
    kind: "quickfix",
    command: {
      title: "Write the reason",
      command: "gopherwood.select",
      arguments: [URI, place],
    },
  });
  expect(actions[5]).toEqual({
    title: "Show the page of demo/a",
    kind: "quickfix",
    command: {
      title: "Show the page of demo/a",
      command: "gopherwood.openPage",
      arguments: ["https://a.com/"],
    },
  });
});

test("a client that shows no documents is offered no page and no place for a reason", () => {
  const directive = { text: `//x\n${TEXT}`, placeholder: [2, 3] as const };
  const found = changes({ fix: null, disableOnLine: directive });
  const pages = { "demo/a": "https://a.com/" };
  const [action, ...others] = new CodeActions(document, {
    ...ALL,
    showDocument: false,
  }).quickFixes([found], [], pages);
  expect([action?.title, action?.command, others]).toEqual([
    "Disable demo/a for this line",
    undefined,
    [],
  ]);
  expect(placeholderFor(NONE)).toBeNull();
  expect(placeholderFor(ALL)).toBe("reason");
});
