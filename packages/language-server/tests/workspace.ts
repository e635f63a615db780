import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** A pack with a rule for each behaviour that the server has to cope with. */
const PACK = `
import { defineRule, formatType } from "@gopherwood/core";

const docs = { description: "Disallow foo.", category: "demo", url: "https://example.com/no-foo" };

const noFoo = defineRule({
  name: "demo/no-foo",
  meta: {
    type: "problem",
    docs,
    fixable: "code",
    hasSuggestions: true,
    messages: { foo: "Write bar.", other: "Write baz." },
  },
  create(context) {
    return {
      identifier(node) {
        if (node.text !== "foo") return;
        context.report({
          node,
          messageId: "foo",
          fix: (fixer) => fixer.replaceText(node, "bar"),
          suggest: [{ messageId: "other", fix: (fixer) => fixer.replaceText(node, "baz") }],
        });
      },
    };
  },
});

const types = defineRule({
  name: "demo/types",
  meta: { type: "suggestion", docs, messages: { type: "{{type}}" } },
  create: (context) => ({
    short_var_declaration({ left, right }) {
      const type = formatType(context.semantics.typeOf(right.namedChildren[0]));
      context.report({ node: left, messageId: "type", data: { type } });
    },
  }),
});

const rule = (create) => ({ meta: { type: "problem", schema: [] }, create });

export const pack = {
  meta: { name: "demo" },
  rules: {
    "no-foo": noFoo,
    types,
    throws: rule(() => ({ identifier(node) { if (node.text === "boom") throw new Error("It fails."); } })),
    hangs: rule(() => ({ identifier(node) { while (node.text === "hang"); } })),
  },
};
`;

/** Returns the text of a config that turns rules on. */
export function configWith(rules: Readonly<Record<string, string>>): string {
  return `
import gopherwood from "@gopherwood/core";
import { pack } from "./pack.js";

export default [{
  files: ["**/*.go"],
  plugins: { gopherwood, demo: pack },
  language: "gopherwood/go",
  rules: ${JSON.stringify(rules)},
}];
`;
}

/** A directory with a Go module and a config, removed when it is disposed. */
export interface Workspace extends Disposable {
  readonly root: string;
  path(name: string): string;
  uri(name: string): string;
  write(name: string, text: string): void;
}

/** Writes files into a new directory, with a config that has \`demo/no-foo\` unless they have one. */
export function newWorkspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-editor-")));
  const path = (name: string) => join(root, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  symlinkSync(MODULES, path("node_modules"), "junction");
  write("go.mod", "module example.com/m\n");
  write("pack.js", PACK);
  write("package.json", '{ "type": "module" }\n');
  write("gopherwood.config.js", configWith({ "demo/no-foo": "error" }));
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    root,
    path,
    uri: (name) => pathToFileURL(path(name)).href,
    write,
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
