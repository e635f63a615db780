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
