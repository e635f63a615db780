import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Copies the repository without what git ignores, installed packages linked, and returns where. */
export function copyWorkTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "gopherwood-work-tree-"));
  const options = ["--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", ["ls-files", ...options], { cwd: root, encoding: "utf8" });
  for (const path of files.split("\0")) {
    const isFile = path !== "" && existsSync(join(root, path));
    if (isFile) cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}
