import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const AST_GREP = "0.51.1";

/**
 * Finds the other linters; ast-grep is installed in the folder of temporary files.
 *
 * @returns By name, the program and its version; null for one that is not there.
 */
export function findPeers() {
  return {
    "ast-grep": withVersion(installAstGrep()),
    semgrep: withVersion("semgrep"),
    "golangci-lint": withVersion("golangci-lint"),
    ripgrep: withVersion("rg"),
  };
}

function withVersion(program) {
  if (program === null) return null;
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const version = /\d+\.\d+(?:\.\d+)?/u.exec(stdout ?? "")?.[0];
  return status === 0 && version ? { program, version } : null;
}

function installAstGrep() {
  const folder = join(tmpdir(), "gopherwood-benchmark-peers");
  const program = join(folder, "node_modules/.bin/ast-grep");
  if (existsSync(program)) return program;
  try {
    const args = ["install", "--prefix", folder, "--no-save", `@ast-grep/cli@${AST_GREP}`];
    execFileSync("npm", args, { stdio: "ignore" });
    return program;
  } catch {
    return null;
  }
}
