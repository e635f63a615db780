import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** A config with a rule for each behaviour that the server has to cope with. */
export const CONFIG = `
import gopherwood, { defineRule } from "@gopherwood/core";
import { writeFileSync } from "node:fs";

// A config is code: tests look if it ran.
writeFileSync(new URL("ran", import.meta.url), "");

const noFoo = defineRule({
  name: "demo/no-foo",
  meta: {
    type: "problem",
    docs: { description: "Disallow foo.", category: "demo", url: "https://example.com/no-foo" },
    fixable: "code",
    messages: { foo: "Write bar." },
    options: { reason: { type: "string", default: "" } },
  },
  create: (context) => ({
    identifier(node) {
      if (node.text === "hang") while (true);
      if (node.text === "exit") process.exit(0);
      if (node.text === "bar") context.attest({ node, verdict: "compliant" });
      if (node.text === "wrap") context.attest({ node: node.parent, verdict: "compliant", approach: "wrapping" });
      if (node.text === "legacy") context.attest({ node, verdict: "exempt", reason: "old" });
      if (node.text === "unclear") context.attest({ node, verdict: "undecided", reason: "no type" });
      if (node.text !== "foo") return;
      context.report({ node, messageId: "foo", fix: (fixer) => fixer.replaceText(node, "bar") });
    },
  }),
});
const noBaz = {
  meta: {
    schema: [{ enum: ["calls", "all"] }, { type: "object" }, { type: "array" }],
    defaultOptions: ["all", { names: ["baz"], depth: 1, deep: { a: 1 } }, []],
    messages: { baz: "No baz." },
  },
  create: (context) => ({
    identifier(node) {
      if (node.text === "baz") context.report({ node, messageId: "baz" });
    },
  }),
};

export default [{
  files: ["**/*.go"],
  plugins: { gopherwood, demo: { meta: { name: "demo" }, rules: { "no-foo": noFoo, "no-baz": noBaz } } },
  language: "gopherwood/go",
  rules: { "demo/no-foo": ["error", { reason: "bar has a timeout" }], "demo/no-baz": "warn" },
}];
`;

/** A directory with the workspace in its folder `code`; it is removed when it is disposed. */
export class Files {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-mcp-")));
  readonly code = this.path("code");

  /** @param files By their paths in the directory. */
  constructor(files: Readonly<Record<string, string>>) {
    symlinkSync(MODULES, this.path("node_modules"), "junction");
    this.write("code/go.mod", "module example.com/m\n");
    this.write("code/gopherwood.config.mjs", CONFIG);
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
