import { afterEach, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readCommit } from "../../src/runner/commit.ts";

const A = "a".repeat(40);
const B = "b".repeat(40);

const roots: string[] = [];

function newDirectory(files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-commit-")));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text.replaceAll("ROOT", root));
  }
  return root;
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

test.each<[string, Record<string, string>, ReturnType<typeof readCommit>]>([
  ["no repository", { "a.go": "" }, null],
  ["no commit yet", { ".git/HEAD": "ref: refs/heads/main\n" }, null],
  [
    "a branch",
    { ".git/HEAD": "ref: refs/heads/x/y\n", ".git/refs/heads/x/y": `${A}\n` },
    { hash: A, branch: "x/y" },
  ],
  [
    "a packed branch",
    {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/packed-refs": `# pack-refs with: peeled\n${B} refs/heads/other/main\n${A} refs/heads/main\n^${B}\n`,
    },
    { hash: A, branch: "main" },
  ],
  ["no branch", { ".git/HEAD": `${B}\n` }, { hash: B }],
  ["something else", { ".git/HEAD": "what?\n" }, null],
  [
    "a reference after something else",
    { ".git/HEAD": "no ref: refs/heads/main\n", ".git/refs/heads/main": `${A}\n` },
    null,
  ],
  [
    "a branch whose file has no hash",
    {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/refs/heads/main": "ref: refs/heads/other\n",
      ".git/packed-refs": `${B} refs/heads/main\n`,
    },
    { hash: B, branch: "main" },
  ],
  [
    "a packed branch without a hash",
    { ".git/HEAD": "ref: refs/heads/main\n", ".git/packed-refs": "x refs/heads/main\n" },
    null,
  ],
  [
    "a linked work tree",
    {
      ".git": "gitdir: ROOT/main/worktrees/w\n",
      "main/worktrees/w/HEAD": "ref: refs/heads/w\n",
      "main/worktrees/w/commondir": "../..\n",
      "main/refs/heads/w": `${A}\n`,
    },
    { hash: A, branch: "w" },
  ],
  [
    "a submodule",
    { ".git": "gitdir: modules/sub\n", "modules/sub/HEAD": `${A}\n` },
    { hash: A },
  ],
])("%s", (_, files, commit) => {
  const root = newDirectory({ ...files, "deep/er/a.go": "" });
  // Above a temporary directory there may be a repository.
  const found = readCommit(join(root, "deep/er"));
  expect(found).toEqual(commit);
});

describe("with git", () => {
  const path = process.env["PATH"];

  afterEach(() => {
    process.env["PATH"] = path;
    delete process.env["GIT_DIR"];
  });

  function git(cwd: string, ...args: readonly string[]): string {
    const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
    const { status, stdout, stderr } = spawnSync("git", [...who, ...args], {
      cwd,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  function newRepository(): { root: string; hash: string } {
    const root = newDirectory({ "a/a.go": "" });
    git(root, "init", "--quiet", "--initial-branch", "trunk");
    git(root, "add", ".");
    git(root, "commit", "--quiet", "--message", "first");
    return { root, hash: git(root, "rev-parse", "HEAD") };
  }

  test("a branch, and none", () => {
    const { root, hash } = newRepository();
    expect(readCommit(join(root, "a"))).toEqual({ hash, branch: "trunk" });
    git(root, "checkout", "--quiet", "--detach");
    expect(readCommit(root)).toEqual({ hash });
  });

  test("a repository without a commit", () => {
    const root = newDirectory({});
    git(root, "init", "--quiet");
    expect(readCommit(root)).toBeNull();
  });

  test("the same is read without git", () => {
    const { root, hash } = newRepository();
    process.env["PATH"] = "";
    expect(readCommit(root)).toEqual({ hash, branch: "trunk" });
  });

  test("the directory decides, and not the variables of a hook", () => {
    const { root, hash } = newRepository();
    process.env["GIT_DIR"] = join(newRepository().root, "nowhere");
    expect(readCommit(root)).toEqual({ hash, branch: "trunk" });
  });

  test("no program that the repository's config names is run", () => {
    const { root, hash } = newRepository();
    const marker = join(root, "ran");
    for (const key of ["core.fsmonitor", "core.pager", "core.sshCommand", "alias.rev-parse"]) {
      git(root, "config", key, `${key.startsWith("alias") ? "!" : ""}touch ${marker}`);
    }
    expect(readCommit(root)).toEqual({ hash, branch: "trunk" });
    expect(existsSync(marker)).toBe(false);
  });
});
