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
  if (change?.text.includes("-- why")) {
    expect(change.placeholder && change.text.slice(...change.placeholder)).toBe("why");
  }
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
  const other =
    "package p\n\n//gopherwood:disable-next-line demo/calls -- known\nvar y = g()\n\n";
  expect(await disabledLine(`${other}var x = foo\n`, BOTH)).toBe(
    `${other}//gopherwood:disable-next-line demo/no-foo -- why\nvar x = foo\n`,
  );
});

test("after a string of several lines, the directive stands at the end of the line", async () => {
  expect(await disabledLine("package p\n\nvar x = `\n` + foo\n")).toBe(
    "package p\n\nvar x = `\n` + foo //gopherwood:disable-line demo/no-foo -- why\n",
  );
  const between = (line: string) => `// One.\npackage p\n\nvar x = ${line}\n// Two.\n`;
  for (const line of ["`\n` + foo", "/* a\nb */ foo"]) {
    expect(await disabledLine(between(line))).toBe(
      between(`${line} //gopherwood:disable-line demo/no-foo -- why`),
    );
  }
  const start = 'package p\n\nvar x = "" +\n';
  expect(await disabledLine(`${start}\`a\` + foo\n`)).toBe(
    `${start}//gopherwood:disable-next-line demo/no-foo -- why\n\`a\` + foo\n`,
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
  const after = "package p //gopherwood:disable demo/calls\n\nvar foo = f()\n";
  const [top] = await changesIn(after, BOTH);
  expect(top?.disableInFile?.text).toBe(`//gopherwood:disable demo/no-foo -- why\n\n${after}`);
});

test("messages that touch the selection come with their own fix alone", async () => {
  const text = 'package p\n\nvar a = "xa"\nvar b = "xb"\n';
  const words = { "demo/words": "error" };
  const selection = { start: { line: 4, column: 1 }, end: { line: 4, column: 99 } };
  const found = await changesIn(text, words, selection);
  expect(found.map(({ fix }) => fix)).toEqual(['package p\n\nvar a = "xa"\nvar b = "b"\n']);
});

test.each([
  ["line 3, 1 to 8", 3, 1, 3, 8, []],
  ["line 3, 1 to 9", 3, 1, 3, 9, [3]],
  ["line 3, in the word", 3, 11, 3, 11, [3]],
  ["line 3, its end", 3, 13, 3, 99, [3]],
  ["line 3, after it", 3, 14, 3, 99, []],
  ["from line 3 to 4", 3, 99, 4, 10, [4]],
  ["from line 2 to 5", 2, 99, 5, 1, [3, 4]],
])(
  "a selection of %s touches a message or not",
  async (_, line, column, endLine, endColumn, lines) => {
    const text = 'package p\n\nvar a = "xa"\nvar b = "xb"\n';
    const selection = { start: { line, column }, end: { line: endLine, column: endColumn } };
    const found = await changesIn(text, { "demo/words": "error" }, selection);
    expect(found.map(({ message }) => message.line)).toEqual(lines);
  },
);

test("a message of no rule cannot be turned off", async () => {
  const found = await changesIn(
    "package p\n\nvar a = 1 //gopherwood:disable-line demo/calls\n",
  );
  expect(found).toMatchObject([
    {
      message: { ruleId: null, line: 3 },
      fix: expect.stringMatching(/^package p\n\nvar a = 1 *\n$/u),
      suggestions: [],
      disableOnLine: null,
      disableInFile: null,
    },
  ]);
});

/** A rule with suggestions, and with changes that would bring syntax errors. */
const CHOICES = `
import core, { defineRule } from "@gopherwood/core";

const choice = defineRule({
  name: "demo/choice",
  meta: {
    type: "problem",
    docs: { description: "Disallow things.", category: "demo" },
    fixable: "code",
    hasSuggestions: true,
    messages: { found: "Choose.", remove: "Remove it.", break: "Break it.", rename: "Rename it." },
  },
  create: (context) => ({
    var_spec(node) {
      const to = (text) => (fixer) => fixer.replaceText(node, text);
      context.report({
        node,
        messageId: "found",
        fix: node.text.startsWith("a") ? to("a :=") : null,
        suggest: [
          { messageId: "rename", fix: to("b = 1") },
          { messageId: "break", fix: to("b =") },
          { messageId: "remove", fix: to("_ = 1") },
        ],
      });
    },
  }),
});

export default [{
  files: ["**/*.go"],
  plugins: { gopherwood: core, demo: { rules: { choice } } },
  language: "gopherwood/go",
  rules: { "demo/choice": "error" },
}];
`;

test("suggestions come with their texts, and changes that bring syntax errors not at all", async () => {
  using project = newProject({ "gopherwood.config.mjs": CHOICES });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  documents.change(path, "package p\n\nvar a = 1\n");
  expect(await documents.changesAt(path, WHOLE, null)).toMatchObject([
    {
      fix: null,
      suggestions: [
        { description: "Rename it.", text: "package p\n\nvar b = 1\n" },
        { description: "Remove it.", text: "package p\n\nvar _ = 1\n" },
      ],
      disableOnLine: {
        text: "package p\n\n//gopherwood:disable-next-line demo/choice\nvar a = 1\n",
        placeholder: null,
      },
    },
  ]);
  documents.change(path, "package p\n\nvar c = 1\n");
  expect(await documents.fix(path)).toBe("package p\n\nvar c = 1\n");
  documents.dispose();
});
