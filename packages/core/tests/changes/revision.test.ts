import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findRevision, RevisionError, textAt } from "../../src/changes/index.ts";
import { Repository } from "./repository.ts";

const { GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, PATH } = process.env;

/** Sets variables of the environment, or removes them. */
function setEnvironment(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

afterEach(() => {
  setEnvironment({ GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, PATH });
});

const MAIN_BRANCHES = [
  ...["remotes/origin/HEAD", "remotes/origin/main", "remotes/origin/master"],
  ...["heads/main", "heads/master"],
];

/** A repository with commits of work, and beside each of them one that came later elsewhere. */
let repository: Repository;
const commits: string[] = [];
const beside: string[] = [];

beforeAll(() => {
  repository = new Repository({ "a.go": "package a\n" });
  repository.git("checkout", "-qb", "work");
  const commit = (...args: string[]) => repository.git("commit-tree", "HEAD^{tree}", ...args);
  for (const message of MAIN_BRANCHES) {
    const next = commit("-p", "HEAD", "-m", message);
    commits.push(next);
    beside.push(commit("-p", next, "-m", "beside"));
    repository.git("reset", "-q", "--soft", next);
  }
  repository.git("commit", "-q", "--allow-empty", "-m", "last");
});

afterAll(() => {
  repository[Symbol.dispose]();
});

test("a revision is a commit by any of its names, and its files have the texts of then", () => {
  using own = new Repository({ "a.go": "package a\n", "sub/ü.go": "package ü\n" });
  const { root, head } = own;
  own.git("tag", "-am", "one", "v1");
  own.write({ "a.go": null, "sub/ü.go": "package v\n" });
  own.commit();
  for (const name of ["v1", "HEAD~1", "main^", head.commit, head.commit.slice(0, 9)]) {
    expect(findRevision(join(root, "sub"), name)).toEqual(head);
  }
  expect(textAt(head, "a.go")).toBe("package a\n");
  expect(textAt(head, "sub/ü.go")).toBe("package ü\n");
  expect(textAt(own.head, "a.go")).toBeNull();
  expect(textAt(own.head, "sub/ü.go")).toBe("package v\n");
});

test.each(["nope", "--all", "HEAD:a.go", "HEAD^{tree}", ""])("%p is no commit", (name) => {
  const find = () => findRevision(repository.root, name);
  expect(find).toThrow(RevisionError);
  expect(find).toThrow(`There is no revision ${name} here: 'git fetch' may bring it.`);
});

test("without a repository, or without git, there is nothing to compare with", () => {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-changes-")));
  try {
    const find = () => findRevision(directory, "HEAD");
    expect(find).toThrow(RevisionError);
    expect(find).toThrow(
      `${directory} is not in a git repository, so there is nothing to compare with.`,
    );
    setEnvironment({ PATH: directory });
    expect(find).toThrow(RevisionError);
    expect(find).toThrow("git cannot be run, and --since needs it.");
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("a shallow clone says that it is one where it lacks a revision", () => {
  using directory = new Repository({});
  directory.git("clone", "-q", "--depth", "1", pathToFileURL(repository.root).href, "in");
  const clone = directory.path("in");
  expect(findRevision(clone, "HEAD")).toEqual({ ...repository.head, repository: clone });
  const [earlier = ""] = commits;
  expect(() => findRevision(clone, earlier)).toThrow(
    `This clone is shallow and lacks ${earlier}: fetch more, with 'git fetch --unshallow' or ` +
      "'fetch-depth: 0' in CI.",
  );
});

/** Makes branches that left the work at one of its commits after another; there are no others. */
function setBranches(branches: readonly string[]): void {
  const known = repository.git("for-each-ref", "--format=%(refname)").split("\n");
  for (const name of known) {
    if (name !== "refs/heads/work") repository.git("update-ref", "-d", name);
  }
  for (const [at, branch] of branches.entries()) {
    repository.git("update-ref", `refs/${branch}`, beside[at] ?? "");
  }
}

test.each(MAIN_BRANCHES.map((branch, at) => [branch, MAIN_BRANCHES.slice(at)] as const))(
  "merge-base is where the branch left %s if no better main branch is there",
  (_, branches) => {
    setEnvironment({ GITHUB_BASE_REF: "", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: undefined });
    setBranches([...branches].reverse());
    const { commit } = findRevision(repository.root, "merge-base");
    expect(commit).toBe(commits[branches.length - 1]);
  },
);

test.each([
  [{ GITHUB_BASE_REF: "one" }, "remotes/origin/one"],
  [{ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "one" }, "remotes/origin/one"],
  [{ GITHUB_BASE_REF: "two" }, "heads/two"],
  [{ GITHUB_BASE_REF: "two", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "one" }, "heads/two"],
])("CI names the branch to merge into: %j", (variables, branch) => {
  setEnvironment({
    GITHUB_BASE_REF: undefined,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: undefined,
    ...variables,
  });
  const branches = ["heads/one", "remotes/origin/one", "heads/two", "remotes/origin/main"];
  setBranches(branches);
  const { commit } = findRevision(repository.root, "merge-base");
  expect(commit).toBe(commits[branches.indexOf(branch)]);
});

test("merge-base fails where no main branch is, or nothing is in common with it", () => {
  setEnvironment({ GITHUB_BASE_REF: "none", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: undefined });
  setBranches(["heads/main"]);
  const find = () => findRevision(repository.root, "merge-base");
  const message = "There is no revision merge-base here: 'git fetch' may bring it.";
  expect(find).toThrow(message);
  setEnvironment({ GITHUB_BASE_REF: undefined });
  const alone = repository.git("commit-tree", "HEAD^{tree}", "-m", "alone");
  repository.git("update-ref", "refs/heads/main", alone);
  expect(find).toThrow(message);
});
