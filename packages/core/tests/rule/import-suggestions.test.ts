import { expect, test } from "@jest/globals";
import { Linter } from "eslint";
import { GoLanguage, importSuggestions, type GoSourceCode } from "../../src/index.ts";
import { goConfig } from "../source/lint.ts";
import { fileSystem } from "../semantics/module-files.ts";
import { ruleOf } from "./rule-of.ts";

const FILES = {
  "/m/go.mod": "module example.com/m\n",
  "/m/old/old.go": "package old\n\nfunc Do() {}\n\ntype Thing int\n",
  "/m/new/new.go": "package new\n\nfunc Do() {}\n",
  "/m/next/old/old.go": "package old\n\nfunc Do() {}\n\ntype Thing int\n",
  "/m/odd/odd.go": "package old\n",
};
const OLD = '"example.com/m/old"';

/** Suggests a successor for each import of `example.com/m/old` and of what stands below. */
function suggestionsFor(text: string, successor: string) {
  const rule = ruleOf(
    (context) => {
      const suggest = importSuggestions(context);
      return {
        import_spec(node) {
          if (!node.path.text.startsWith(OLD.slice(0, -1))) return;
          context.report({
            node,
            messageId: "other",
            ...suggest(node, successor, "found"),
          });
        },
      };
    },
    { hasSuggestions: true, messages: { other: "Old.", found: "Use {{instead}}." } },
  );
  const languages = { go: new GoLanguage(fileSystem(FILES)) };
  const [first, ...rest] = goConfig(
    { rules: { "x/calls": "off", "x/it": "error" } },
    { it: rule },
  );
  const plugins = { ...first?.plugins, gopherwood: { languages } };
  const linter = new Linter({ cwd: "/m" });
  const config = [{ ...first, plugins }, ...rest] as Linter.Config[];
  const messages = linter.verify(text, config, { filename: "/m/a.go" });
  const { sites } = linter.getSourceCode() as unknown as GoSourceCode;
  return messages.map(({ suggestions = [] }, index) => {
    const [suggestion] = suggestions;
    if (!suggestion) return sites[index]?.noFixReason;
    const { desc, fix } = suggestion;
    const [start, end] = fix.range;
    expect(text.slice(start, end)).toMatch(/^"[^"]+"$/u);
    return `${desc} ${fix.text}`;
  });
}

const importing = (spec: string, body = "") => `package m\n\nimport ${spec}\n${body}`;

test.each([
  [
    "of the same name",
    importing(OLD, "var _ = old.Do"),
    "example.com/m/next/old",
    '"example.com/m/next/old"',
  ],
  [
    "of another name",
    importing(OLD, "var _ = old.Do"),
    "example.com/m/new",
    'old "example.com/m/new"',
  ],
  ["whose path says another name", importing(OLD), "example.com/m/odd", '"example.com/m/odd"'],
  [
    "of another name that nobody uses",
    importing(OLD, "func f(old T) { old.Do() }"),
    "example.com/m/new",
    '"example.com/m/new"',
  ],
  [
    "under an alias",
    importing(`o ${OLD}`, "var _ = o.Do"),
    "example.com/m/new",
    '"example.com/m/new"',
  ],
  [
    "under no name",
    importing(`_ ${OLD}`, "var _ = old.Do"),
    "example.com/m/new",
    '"example.com/m/new"',
  ],
  [
    "that cannot be read",
    importing(OLD, "var _ old.Thing = old.Other"),
    "example.org/far",
    'old "example.org/far"',
  ],
  [
    "that cannot be read, of its name",
    importing(OLD, "var _ = old.Other"),
    "example.org/old",
    '"example.org/old"',
  ],
  [
    "with all that is used",
    importing(OLD, "var x = other.Missing\nvar _ = old.Do"),
    "example.com/m/new",
    'old "example.com/m/new"',
  ],
])("a successor %s is suggested", (_which, text, successor, written) => {
  expect(suggestionsFor(text, successor)).toEqual([`Use ${successor}. ${written}`]);
});

test.each([
  ["that lacks a function", importing(OLD, "var _ = old.Undo"), "its successor has no 'Undo'"],
  [
    "that lacks a type",
    importing(OLD, "var _ old.Thing = old.Do()"),
    "its successor has no 'Thing'",
  ],
  [
    "in place of a dot import",
    importing(`. ${OLD}`),
    "what a dot import declares is used without its name",
  ],
  [
    "that the file imports",
    importing(`(\n\t"fmt"\n\t${OLD}\n\tn "example.com/m/new"\n)`),
    "the file imports its successor already",
  ],
  [
    "in place of a package of unknown name",
    importing('(\n\t"example.com/m/old/none"\n\t"example.com/other/none"\n)'),
    "the name of the package is not known",
  ],
])("a successor %s is not suggested", (_which, text, reason) => {
  expect(suggestionsFor(text, "example.com/m/new")).toEqual([reason]);
});

test("a successor is suggested once a file", () => {
  const text = importing(
    `(\n\t. ${OLD}\n\ta "example.com/m/old/a"\n\tb "example.com/m/old/b"\n)`,
  );
  expect(suggestionsFor(text, "example.com/m/new")).toEqual([
    "what a dot import declares is used without its name",
    'Use example.com/m/new. "example.com/m/new"',
    "another import of the file has the same successor",
  ]);
});
