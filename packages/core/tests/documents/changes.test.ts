import { expect, test } from "@jest/globals";
import { OpenDocuments, type MessageChanges } from "../../src/documents/index.ts";
import { configWith, newProject } from "../runner/fixture.ts";

const WHOLE = { start: { line: 1, column: 1 }, end: { line: 1e6, column: 1 } };

const BOTH = { "demo/no-foo": "error", "demo/calls": "error" };

/** Returns the changes for the messages of a text, and what is found after one of them. */
async function changesIn(
  text: string,
  rules: Record<string, string> = { "demo/no-foo": "error" },
  selection = WHOLE,
): Promise<readonly MessageChanges[]> {
  using project = newProject({ "gopherwood.config.mjs": configWith(rules) });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  documents.change(path, text);
  const found = await documents.changesAt(path, selection, "why");
  for (const { message, disableOnLine, disableInFile } of found) {
    for (const change of [disableOnLine, disableInFile]) {
      if (!change) continue;
      documents.change(path, change.text);
      const linted = await documents.lint(path);
      const { messages = [], suppressedMessages = [] } = linted?.result ?? {};
      expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
      const suppressed = suppressedMessages.filter(({ ruleId }) => ruleId === message.ruleId);
      expect(suppressed.length).toBeGreaterThan(0);
    }
  }
  documents.dispose();
  return found;
}

async function disabledLine(
  text: string,
  rules?: Record<string, string>,
): Promise<string | null | undefined> {
  const found = await changesIn(text, rules);
  const change = found.find(({ message }) => message.ruleId === "demo/no-foo")?.disableOnLine;
  if (change?.placeholder) expect(change.text.slice(...change.placeholder)).toBe("why");
  return change && change.text;
}

test("a directive stands on a line of its own, with the line's indentation and line end", async () => {
  expect(await disabledLine("package p\n\nfunc f() {\n\tfoo()\n}\n")).toBe(
    "package p\n\nfunc f() {\n\t//gopherwood:disable-next-line demo/no-foo -- why\n\tfoo()\n}\n",
  );
  expect(await disabledLine("package p\r\n\r\nvar foo = 1\r\n")).toBe(
    "package p\r\n\r\n//gopherwood:disable-next-line demo/no-foo -- why\r\nvar foo = 1\r\n",
  );
});

test("a rule joins the directive that is there", async () => {
  expect(
    await disabledLine(
      "package p\n\n//gopherwood:disable-next-line demo/calls -- known\nvar x = foo()\n",
      BOTH,
    ),
  ).toBe(
    "package p\n\n//gopherwood:disable-next-line demo/calls, demo/no-foo -- known\nvar x = foo()\n",
  );
  expect(
    await disabledLine("package p\n\nvar x = foo() // eslint-disable-line demo/calls\n", BOTH),
  ).toBe("package p\n\nvar x = foo() // eslint-disable-line demo/calls, demo/no-foo\n");
});

test("after a string of several lines, the directive stands at the end of the line", async () => {
  expect(await disabledLine("package p\n\nvar x = `\n` + foo\n")).toBe(
    "package p\n\nvar x = `\n` + foo //gopherwood:disable-line demo/no-foo -- why\n",
  );
  expect(await disabledLine("package p\n\nvar x = `\n` + foo + `\n`\n")).toBeNull();
  expect(await disabledLine("package p\n\nvar x = `\n` + foo // note\n")).toBeNull();
});

test("a directive for the file stands at its top, or joins one before the package clause", async () => {
  const [first] = await changesIn("// Package p.\npackage p\n\nvar foo = 1\n");
  expect(first?.disableInFile?.text).toBe(
    "//gopherwood:disable demo/no-foo -- why\n\n// Package p.\npackage p\n\nvar foo = 1\n",
  );
  const [joined] = await changesIn(
    "//gopherwood:disable demo/calls\n\npackage p\n\nvar foo = f()\n",
    BOTH,
  );
  expect(joined?.disableInFile?.text).toBe(
    "//gopherwood:disable demo/calls, demo/no-foo\n\npackage p\n\nvar foo = f()\n",
  );
});

test("messages that touch the selection come with their own fix alone", async () => {
  const text = 'package p\n\nvar a = "xa"\nvar b = "xb"\n';
  const words = { "demo/words": "error" };
  const selection = { start: { line: 4, column: 1 }, end: { line: 4, column: 99 } };
  const found = await changesIn(text, words, selection);
  expect(found.map(({ fix }) => fix)).toEqual(['package p\n\nvar a = "xa"\nvar b = "b"\n']);
});
