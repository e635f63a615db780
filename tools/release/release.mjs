/**
 * Releases what has changed: versions, changelogs and tags from the commits, then npm.
 *
 *   npm run release                 on main, with a clean work tree
 *   npm run release -- --dry-run    makes the release commit in a copy, and no more
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PACKAGES } from "../generate/packages.mjs";
import { root } from "../generate/write.mjs";

/** Runs a program in a directory, with its output shown. */
function run(cwd, command, ...args) {
  execFileSync(command, args, { cwd, stdio: "inherit" });
}

function release() {
  run(root, "npm", "test");
  run(root, "npm", "run", "check");
  run(root, "npx", "lerna", "version");
  // The versions are part of the build, and what was built of deleted sources must not go out.
  for (const name of PACKAGES)
    rmSync(join(root, "packages", name, "dist"), { recursive: true });
  run(root, "npm", "run", "build");
  run(root, "npx", "lerna", "publish", "from-package");
}

function dryRun() {
  const copy = mkdtempSync(join(tmpdir(), "gopherwood-release-"));
  run(root, "git", "clone", "--quiet", root, copy);
  run(copy, "git", "checkout", "--quiet", "-B", "main");
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  run(copy, "npx", "lerna", "version", "--yes", "--no-push");
  run(copy, "git", "--no-pager", "show", "--stat", "--format=");
  console.log(`Nothing was pushed or published. The release commit is in ${copy}`);
}

const { values } = parseArgs({ options: { "dry-run": { type: "boolean" } } });
if (values["dry-run"]) dryRun();
else release();
