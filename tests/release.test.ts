import { afterAll, describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { copyWorkTree } from "./support/work-tree.ts";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

interface LockFile {
  readonly packages: Record<string, Manifest>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = readdirSync(join(root, "packages"));

const env = {
  ...process.env,
  GIT_AUTHOR_NAME: "A Releaser",
  GIT_AUTHOR_EMAIL: "releaser@example.com",
  GIT_COMMITTER_NAME: "A Releaser",
  GIT_COMMITTER_EMAIL: "releaser@example.com",
  npm_config_offline: "true",
};

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
}

function read(directory: string, path: string): string {
  return readFileSync(join(directory, path), "utf8");
}

function manifestOf(directory: string, name: string): Manifest {
  return JSON.parse(read(directory, `packages/${name}/package.json`)) as Manifest;
}

/** Makes a repository of the work tree, in which every package was released before. */
function releasedOnce(): string {
  const copy = copyWorkTree();
  run(copy, "git", "init", "--quiet", "--initial-branch", "main");
  run(copy, "git", "add", ".");
  run(copy, "git", "commit", "--quiet", "--message", "chore: release");
  for (const name of packages) {
    const { name: id, version } = manifestOf(copy, name);
    run(copy, "git", "tag", "--annotate", `${id}@${version}`, "--message", "released");
  }
  return copy;
}

function commitTo(repository: string, path: string, message: string): void {
  appendFileSync(join(repository, path), `// ${message}\n`);
  run(repository, "git", "commit", "--quiet", "--all", "--message", message);
}

/** The next minor release of a version and the next patch of it. */
function nextOf(version: string): { minor: string; patch: string } {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return { minor: `${major}.${minor + 1}.0`, patch: `${major}.${minor}.${patch + 1}` };
}

describe("a second release", () => {
  const first = releasedOnce();
  commitTo(first, "packages/core/src/index.ts", "feat(core): do more");
  commitTo(first, "packages/rules-logging/src/index.ts", "fix(rules-logging): report less");
  const output = run(first, "npm", "run", "release", "--", "--dry-run");
  const second = / is in (?<directory>.+)\n/u.exec(output)?.groups?.["directory"] ?? "";
  const before = (name: string) => manifestOf(first, name);
  const after = (name: string) => manifestOf(second, name);
  const core = nextOf(before("core").version).minor;

  afterAll(() => {
    for (const directory of [first, second]) rmSync(directory, { recursive: true });
  });

  test("releases what changed and what depends on it, by the kind of its commits", () => {
    const released = packages.filter((name) => after(name).version !== before(name).version);
    expect(released).toEqual([
      "cli",
      "config",
      "core",
      "language-server",
      "mcp",
      "rules-logging",
    ]);
    expect(after("core").version).toBe(core);
    for (const name of ["cli", "config", "rules-logging"]) {
      expect(after(name).version).toBe(nextOf(before(name).version).patch);
    }
  });

  test("moves dependencies, and the peers of what is released", () => {
    const peer = { "@gopherwood/core": `>=${core} <${Number(core.split(".")[0]) + 1}` };
    expect(after("cli").dependencies).toMatchObject({ "@gopherwood/core": `^${core}` });
    expect(after("rules-logging").peerDependencies).toEqual(peer);
    expect(after("config").dependencies).toMatchObject({ "@gopherwood/core": `^${core}` });
    expect(after("rules-database")).toEqual(before("rules-database"));
  });

  test("a pack that is not released can be installed beside the new core", () => {
    const { peerDependencies } = after("rules-database");
    expect(peerDependencies?.["@gopherwood/core"]).toMatch(/^>=\d+\.\d+\.0 <\d+$/u);
  });

  test("writes versions and changelogs", () => {
    expect(read(second, "packages/core/src/version.generated.ts")).toContain(`"${core}"`);
    expect(read(second, "packages/core/CHANGELOG.md")).toMatch(/\*\*core:\*\* do more/u);
    expect(read(second, "packages/rules-logging/CHANGELOG.md")).toMatch(/report less/u);
  });

  test("the lock file agrees, and names no registry", () => {
    const lock = read(second, "package-lock.json");
    const entries = (JSON.parse(lock) as LockFile).packages;
    for (const name of packages) {
      const { version, dependencies, peerDependencies } = after(name);
      const entry = entries[`packages/${name}`];
      expect({ ...entry }).toMatchObject({ version });
      expect(entry?.dependencies).toEqual(dependencies);
      expect(entry?.peerDependencies).toEqual(peerDependencies);
    }
    expect(lock).not.toMatch(/"resolved": "http/u);
  });

  test("what is committed is generated and formatted, and nothing is left over", async () => {
    run(second, "node", "tools/generate/sources.mjs", "--check");
    expect(run(second, "git", "status", "--porcelain", "--untracked-files=no")).toBe("");
    const committed = run(second, "git", "show", "--name-only", "--format=").trim().split("\n");
    for (const path of committed) {
      const filepath = join(second, path);
      const ignorePath = join(second, ".prettierignore");
      const { ignored } = await prettier.getFileInfo(filepath, { ignorePath });
      const options = await prettier.resolveConfig(filepath);
      const text = read(second, path);
      expect(ignored || (await prettier.check(text, { ...options, filepath }))).toBe(true);
    }
  });
});
