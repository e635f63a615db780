import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import {
  cpSync,
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
const PACKS = ["architecture", "database", "error-handling", "logging", "volume-daemon"];

/** An application with a core and packs of its own beside those of the workspace. */
const app = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-two-cores-")));
const installed = join(app, "node_modules");
const code = join(app, "code");

beforeAll(() => {
  cpSync(join(root, "examples/migratekit"), code, { recursive: true });
  mkdirSync(join(installed, "@gopherwood"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (!/^(?:@gopherwood|gopherwood|\..*)$/u.test(name)) {
      symlinkSync(join(root, "node_modules", name), join(installed, name));
    }
  }
  for (const name of readdirSync(join(root, "packages"))) {
    const kept = /\/(?:tests|src|docs)$/u;
    cpSync(join(root, "packages", name), join(installed, "@gopherwood", name), {
      recursive: true,
      filter: (path) => !kept.test(path),
    });
  }
});

afterAll(() => {
  rmSync(app, { recursive: true });
});

const workspacePack = (name: string) => join(root, "packages", `rules-${name}`);
const installedPack = (name: string) => join(installed, "@gopherwood", `rules-${name}`);

function configOf(name: string, packs: readonly string[], before = ""): string {
  const path = join(app, `${name}.config.mjs`);
  const entries = packs.map((folder) => `await packOf(${JSON.stringify(folder)})`);
  writeFileSync(
    path,
    `${before}
const packOf = async (folder) => (await import(folder + "/dist/index.js")).default.configs.recommended;
export default [${entries.join(", ")}];
`,
  );
  return path;
}

function run(bin: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, bin), "--format", "json", ...args],
    { cwd: app, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  return { stdout, stderr, status };
}

const gopherwood = (config: string) =>
  run("packages/cli/bin/gopherwood.js", "--config", config, code);

const eslint = (config: string) =>
  run("node_modules/eslint/bin/eslint.js", "--config", config, code);

const oneCore = configOf("one", PACKS.map(workspacePack));
const mixed = configOf(
  "mixed",
  PACKS.map((name, at) => (at % 2 === 0 ? installedPack(name) : workspacePack(name))),
);

const CONTRACT = "CONTRACT = 1;";

/** Returns the built file that says which contract a core has, and its text. */
function builtPlugin(folder: string) {
  for (const name of readdirSync(folder)) {
    const plugin = join(folder, name);
    const built = readFileSync(plugin, "utf8");
    if (built.includes(CONTRACT)) return { plugin, built };
  }
  throw new Error(`No file in ${folder} has '${CONTRACT}'.`);
}

describe("two copies of core in one process", () => {
  test("find and fix what one does", () => {
    const expected = gopherwood(oneCore);
    const found = gopherwood(mixed);

    expect(found.stderr).toBe("");
    expect(JSON.parse(found.stdout)).toEqual(JSON.parse(expected.stdout));
    expect(expected.stdout).toContain("volume-daemon/no-direct-volume-operations");
    expect(expected.stdout).toContain("error-handling/no-ignored-errors");
  });

  test("run in plain ESLint", () => {
    const expected = eslint(oneCore);
    const found = eslint(mixed);

    expect(found.stderr).toBe("");
    expect(JSON.parse(found.stdout)).toEqual(JSON.parse(expected.stdout));
    expect(expected.stdout).toContain("messageId");
  });

  test("are refused if their contracts differ", () => {
    const { plugin, built } = builtPlugin(join(installed, "@gopherwood/core/dist/chunks"));
    const later = built.replace(CONTRACT, "CONTRACT = 2;");
    writeFileSync(plugin, later);
    try {
      const { stdout, stderr, status } = gopherwood(mixed);

      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain("@gopherwood/rules-architecture cannot run here");
      expect(stderr).toContain(join(installed, "@gopherwood/core"));
      expect(stderr).toContain(join(root, "packages/core"));
      expect(stderr).toContain("npm ls @gopherwood/core");
    } finally {
      writeFileSync(plugin, built);
    }
  });
});

test("another user of web-tree-sitter may start it first", () => {
  const library = JSON.stringify(join(root, "node_modules/web-tree-sitter/web-tree-sitter.js"));
  const first = `import { Parser } from ${library};\nawait Parser.init();`;

  const found = gopherwood(configOf("second", PACKS.map(installedPack), first));

  expect(found.stderr).toBe("");
  expect(JSON.parse(found.stdout)).toEqual(JSON.parse(gopherwood(oneCore).stdout));
});
