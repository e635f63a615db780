import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A plugin with a rule for each behaviour that the runner has to cope with. */
const PLUGIN = `
import core, { defineRule } from "@gopherwood/core";

const docs = { description: "Disallow things.", category: "demo" };

const noFoo = defineRule({
  name: "demo/no-foo",
  meta: {
    type: "problem",
    docs,
    messages: { foo: "Do not use {{name}}." },
    prefilter: ({ names }) => names,
    options: {
      names: { type: "array", items: { type: "string" }, default: ["foo"] },
      mode: { enum: ["strict", "loose"], default: "strict" },
    },
  },
  create(context, { names }) {
    return {
      identifier(node) {
        if (!names.includes(node.text)) return;
        context.report({ node, messageId: "foo", data: { name: node.text } });
      },
    };
  },
});

const calls = defineRule({
  name: "demo/calls",
  meta: { type: "suggestion", docs, messages: { call: "A call of {{name}}." } },
  create(context) {
    return {
      call_expression(node) {
        const name = node.function.text;
        if (name === "good") context.attest({ node, verdict: "compliant", approach: "good" });
        else if (name === "allowed") context.attest({ node, verdict: "exempt", reason: "allowed" });
        else if (name === "unknown") context.attest({ node, verdict: "undecided", reason: "no type" });
        else context.report({ node, messageId: "call", data: { name } });
      },
    };
  },
});

const words = defineRule({
  name: "demo/words",
  meta: { type: "problem", docs, fixable: "code", messages: { word: "Not {{word}}." } },
  create(context) {
    return {
      interpreted_string_literal(node) {
        for (const word of node.text.slice(1, -1).split(" ")) {
          const at = node.range[0] + node.text.indexOf(word);
          const fix = (fixer) => fixer.replaceTextRange([at, at + word.length], word.slice(1));
          context.report({ node, messageId: "word", data: { word }, fix: word.startsWith("x") ? fix : null });
        }
      },
    };
  },
});

const selector = defineRule({
  name: "demo/selector",
  meta: { type: "problem", docs, messages: { found: "By selector." } },
  create: (context) => ({
    "call_expression > identifier": (node) => context.report({ node, messageId: "found" }),
  }),
});

const throwing = (create) => ({ meta: { type: "problem", schema: [] }, create });
const old = { meta: { type: "problem", schema: [], deprecated: true, replacedBy: ["demo/calls"] }, create: () => ({}) };

export const plugin = {
  meta: { name: "demo", version: "1.0.0" },
  rules: {
    "no-foo": noFoo,
    calls,
    selector,
    words,
    old,
    "throws-in-create": throwing(() => { throw new Error("create failed"); }),
    "throws-in-listener": throwing(() => ({
      call_expression(node) { if (node.text === "boom()") throw new Error("listener failed"); },
    })),
    "throws-string": throwing(() => ({ call_expression() { throw "a string"; } })),
    "no-listeners": throwing(() => undefined),
    "string-for-listeners": throwing(() => "nonsense"),
    "promise-for-listeners": throwing(async () => ({})),
    "number-for-listener": throwing(() => ({ call_expression: 5 })),
    plain: throwing((context) => ({
      return_statement: (node) => context.report({ node, message: "A return." }),
    })),
    endless: throwing(() => ({ call_expression() { for (;;); } })),
    "endless-in-create": throwing(() => { for (;;); }),
    "bad-prefilter": { meta: { type: "problem", schema: [], prefilter: () => { throw new Error("no literals"); } }, create: () => ({}) },
  },
};

export const base = {
  files: ["**/*.go"],
  plugins: { demo: plugin, gopherwood: core },
  language: "gopherwood/go",
};
`;

/** Returns the text of a config that turns rules on, followed by more entries. */
export function configWith(rules: Record<string, unknown>, ...more: unknown[]): string {
  return [
    'import { base } from "PLUGIN";',
    `export default [base, { files: ["**/*.go"], rules: ${JSON.stringify(rules)} },`,
    `  ...${JSON.stringify(more)}];`,
  ].join("\n");
}

/** A directory with files, removed when it is disposed. */
export interface Project extends Disposable {
  /** Absolute. */
  readonly root: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): void;
}

/**
 * Writes files into a new directory. `PLUGIN` in a text becomes the path of the
 * plugin above. Without a config of its own, the project has one with `demo/no-foo`.
 */
export function newProject(files: Record<string, string | Uint8Array>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-")));
  const path = (name: string) => join(root, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    const text = typeof content === "string";
    writeFileSync(
      path(name),
      text ? content.replaceAll("PLUGIN", path("plugin.mjs")) : content,
    );
  };
  write("plugin.mjs", PLUGIN);
  write("gopherwood.config.mjs", configWith({ "demo/no-foo": "error" }));
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    root,
    path,
    write,
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
