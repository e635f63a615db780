import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Examples outside of the workspace, with our packages as npm would unpack them. */
const work = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-examples-")));
const modules = join(work, "node_modules");

beforeAll(() => {
  const tarballs = join(work, "tarballs");
  mkdirSync(tarballs);
  mkdirSync(join(modules, "@gopherwood"), { recursive: true });
  execFileSync(
    "npm",
    ["pack", "--workspaces", "--ignore-scripts", "--silent", "--pack-destination", tarballs],
    { cwd: root, stdio: "pipe" },
  );
  for (const tarball of readdirSync(tarballs)) {
    const [found, scoped] = /^gopherwood-(?:([a-z-]+)-)?\d/u.exec(tarball) ?? [];
    if (found === undefined) continue;
    const directory = join(
      modules,
      scoped === undefined ? "gopherwood" : `@gopherwood/${scoped}`,
    );
    mkdirSync(directory);
    const archive = join(tarballs, tarball);
    execFileSync("tar", ["-xzf", archive, "--strip-components", "1", "-C", directory]);
    // Versions of other packages that the workspace has in a second place.
    const own = join(root, "packages", scoped ?? "cli", "node_modules");
    if (existsSync(own)) symlinkSync(own, join(directory, "node_modules"));
  }
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (/^(?:@gopherwood|gopherwood|\..*)$/u.test(name)) continue;
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
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
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--test", "rules/"], {
      cwd: copyOf("team-rules"),
      encoding: "utf8",
      // Node runs no tests within its own test runner.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: "" },
    });

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^# pass 5$/mu);
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
  "a.go": 'package a\n\nimport "os"\n\nfunc f() { os.Remove("x") }\n',
};

describe("a config in CommonJS", () => {
  const config =
    'module.exports = import("@gopherwood/config").then(({ recommended }) => recommended);\n';

  test.each([
    ["gopherwood.config.cjs", "gopherwood/bin/gopherwood.js", []],
    ["eslint.config.cjs", "eslint/bin/eslint.js", ["."]],
  ])("%s", (name, bin, args) => {
    const directory = consumer(name, { ...GO, [name]: config });
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
