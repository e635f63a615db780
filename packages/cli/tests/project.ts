import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { run } from "../src/main.ts";

const PLUGIN = `
import core, { defineRule } from "@gopherwood/core";

const noFoo = defineRule({
  name: "demo/no-foo",
  meta: {
    type: "problem",
    docs: { description: "Disallow foo.", category: "demo" },
    messages: { foo: "Do not use foo." },
    prefilter: ["foo", "good"],
    options: { mode: { enum: ["a", "b"], default: "a" } },
  },
  create: (context) => ({
    call_expression(node) {
      const name = node.function.text;
      if (name === "foo") context.report({ node, messageId: "foo" });
      else if (name === "good") context.attest({ node, verdict: "compliant" });
      else context.attest({ node, verdict: "undecided", reason: "no type" });
    },
  }),
});

const throws = { meta: { schema: [] }, create() { throw new Error("no luck"); } };

export const base = {
  files: ["**/*.go"],
  plugins: {
    demo: { meta: { name: "demo" }, rules: { "no-foo": noFoo, throws } },
    gopherwood: core,
  },
  language: "gopherwood/go",
};
`;

const CONFIG = `
import { base } from "./plugin.mjs";
export default [base, { files: ["**/*.go"], rules: { "demo/no-foo": "error" } }];
`;

/** The output and the exit code of the command. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Below the project's root. */
  readonly cwd?: string;
}

/** A directory to run the command in, removed when it is disposed. */
export class Project {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-cli-")));

  constructor(
    files: Record<string, string>,
    { config = CONFIG }: { config?: string | null } = {},
  ) {
    if (config !== null) {
      this.write("plugin.mjs", PLUGIN);
      this.write("gopherwood.config.mjs", config);
    }
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), text);
  }

  remove(name: string): void {
    rmSync(join(this.root, name));
  }

  async run(args: readonly string[], terminal: Terminal = {}): Promise<Outcome> {
    const { stdin = "", env = {}, isTTY = false, columns, cwd = "." } = terminal;
    const written = { stdout: "", stderr: "" };
    const output = (name: "stdout" | "stderr") => ({
      isTTY,
      columns,
      write: (text: string) => (written[name] += text),
    });
    const code = await run(args, {
      cwd: join(this.root, cwd),
      env,
      stdin: () => Readable.from([Buffer.from(stdin)]),
      stdout: output("stdout"),
      stderr: output("stderr"),
    });
    return { code, ...written };
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const FOO = "package p\n\nfunc f() {\n\tfoo()\n}\n";
export const CLEAN = "package p\n";
