import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSteps, type Step } from "./support/guide-steps.ts";
import { installPacked } from "./support/packed-packages.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Examples outside of the workspace, with our packages as npm would unpack them. */
const work = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-examples-")));
const modules = join(work, "node_modules");

beforeAll(() => {
  installPacked(work);
}, 120_000);

afterAll(() => {
  rmSync(work, { recursive: true });
});

function copyOf(example: string): string {
  const directory = join(work, example);
  cpSync(join(root, "examples", example), directory, { recursive: true });
  return directory;
}

/** Returns what the README of an example says that its command prints. */
function expectedOutput(directory: string): string {
  const readme = readFileSync(join(directory, "README.md"), "utf8");
  return /<!-- output -->\s+```text\n([^]*?)```\s+<!-- \/output -->/u.exec(readme)?.[1] ?? "";
}

function run(directory: string, bin: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(modules, bin), ...args],
    { cwd: directory, encoding: "utf8" },
  );
  return { stdout: stdout.replaceAll(`${directory}/`, ""), stderr, status };
}

describe("an example in an empty folder, from the packed packages", () => {
  test.each([
    ["no-code", "gopherwood/bin/gopherwood.js", []],
    ["team-rules", "gopherwood/bin/gopherwood.js", []],
    ["eslint-monorepo", "eslint/bin/eslint.js", ["."]],
  ])("%s prints what its README says", (name, bin, args) => {
    const directory = copyOf(name);
    const { stdout, stderr, status } = run(directory, bin, ...args);

    expect(stderr).toBe("");
    expect(stdout.trim()).toBe(expectedOutput(directory).trim());
    expect(status).toBe(1);
  });

  test("the tests of the team's rules pass", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--test", "--test-reporter=tap"],
      {
        cwd: copyOf("team-rules"),
        encoding: "utf8",
        // Node runs no tests within its own test runner.
        env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: "" },
      },
    );

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^# pass 8$/mu);
  });
});

/** A consumer of the packed packages with these files. */
function consumer(name: string, files: Record<string, string>): string {
  const directory = join(work, name);
  mkdirSync(directory);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, path), text);
  return directory;
}

const GO = {
  "go.mod": "module a\n",
  "a.go": 'package a\n\nimport "os"\n\nfunc f() { os.Chdir("x") }\n',
};

describe("a config in CommonJS", () => {
  const required = 'require("@gopherwood/config").recommended';
  const imported = 'import("@gopherwood/config").then(({ recommended }) => recommended)';

  test.each([
    ["gopherwood.config.cjs", required, "gopherwood/bin/gopherwood.js", []],
    ["gopherwood.config.cjs", imported, "gopherwood/bin/gopherwood.js", []],
    ["eslint.config.cjs", required, "eslint/bin/eslint.js", ["."]],
    ["eslint.config.cjs", imported, "eslint/bin/eslint.js", ["."]],
  ])("%s: %s", (name, config, bin, args) => {
    const directory = consumer(`${name} ${config.slice(0, 7)}`, {
      ...GO,
      [name]: `module.exports = ${config};\n`,
    });
    const { stdout, stderr } = run(directory, bin, ...args);
    expect(stderr).toBe("");
    expect(stdout).toContain("error-handling/no-ignored-errors");
  });
});

test("a program in TypeScript compiles without skipLibCheck", () => {
  const program = `
import { defineConfig, recommended } from "@gopherwood/config";
import { definePack, defineRule } from "@gopherwood/core";
import { Gopherwood } from "@gopherwood/core/runner";
import { RuleTester } from "@gopherwood/rule-tester";
import go from "@gopherwood/rules-go";

const rule = defineRule({
  name: "pets/no-cats",
  meta: {
    type: "problem",
    docs: { description: "Disallow cats.", category: "Pets" },
    messages: { cat: "No cats." },
    options: {
      names: { description: "Names.", type: "array", items: { type: "string" }, default: ["cat"] },
    },
  },
  create: (context, { names }) => ({
    identifier(node) {
      if (names.includes(node.text)) context.report({ node, messageId: "cat" });
    },
  }),
});
new RuleTester().run("pets/no-cats", rule, { valid: [], invalid: [] });
const pets = definePack({
  name: "pets",
  namespace: "pets",
  version: "1.0.0",
  rules: { "no-cats": rule },
  recommended: { "no-cats": "error" },
});
export default defineConfig([
  { extends: [recommended, go.configs.base, pets.configs.recommended] },
]);
export const engine = new Gopherwood({ cwd: "." });
`;
  const compilerOptions = { strict: true, module: "nodenext", target: "es2022", noEmit: true };
  const directory = consumer("typescript", {
    "package.json": '{ "type": "module" }\n',
    "tsconfig.json": JSON.stringify({ compilerOptions, files: ["a.ts"] }),
    "a.ts": program,
  });
  expect(run(directory, "typescript/bin/tsc")).toEqual({ stdout: "", stderr: "", status: 0 });
});

describe("the guide for authors, followed from an empty folder", () => {
  let directory = join(work, "guide");
  mkdirSync(directory);

  /** Runs a command of the guide, with what npm would have installed. */
  function runCommand(command: string): string {
    const [, entered] = /^cd (.+)$/u.exec(command) ?? [];
    if (entered !== undefined) {
      directory = join(directory, entered);
      return "";
    }
    // Everything is installed, and nothing is published.
    if (/^(?:npm (?:install|publish|version)|git)\b/u.test(command)) return "";
    const local = command
      .replace(/^npm create @gopherwood\/rules /u, "create-rules ")
      .replace(/^npx /u, "");
    const { stdout, stderr, status } = spawnSync(local, {
      cwd: directory,
      encoding: "utf8",
      shell: true,
      env: {
        ...process.env,
        PATH: `${join(modules, ".bin")}:${process.env["PATH"] ?? ""}`,
        // Node runs no tests within its own test runner.
        NODE_TEST_CONTEXT: undefined,
        NODE_OPTIONS: "",
      },
    });
    const isFine = status === 0 || (status === 1 && local.startsWith("gopherwood"));
    if (!isFine)
      throw new Error(`${command} ended with ${String(status)}:\n${stdout}${stderr}`);
    return stdout;
  }

  let output = "";
  const steps = readSteps(readFileSync(join(root, "docs/authoring.md"), "utf8"));
  test.each(steps.map((step): [string, Step] => [step.title, step]))("%s", (_title, step) => {
    if (step.kind === "file") {
      mkdirSync(dirname(join(directory, step.path)), { recursive: true });
      writeFileSync(join(directory, step.path), step.text);
    } else if (step.kind === "command") output = runCommand(step.command);
    else expect(output).toContain(step.text);
  });

  test("it has steps of each kind, and ends in the pack", () => {
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(
      new Set(["file", "command", "output"]),
    );
    expect(directory).toBe(join(work, "guide/acme-rules"));
  });

  test("a rule that is there and a pack that is there are refused", () => {
    const refused = (command: string) => {
      const run = () => runCommand(command);
      expect(run).toThrow("ended with 2");
      return run;
    };
    expect(refused("npm run --silent new-rule -- acme/no-println")).toThrow("exists already");
    expect(refused("create-rules .")).toThrow("is not empty, and was not changed");
  });
});
