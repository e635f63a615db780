import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs our packages into a directory as npm would unpack them, and links what the workspace
 * has installed beside them.
 */
export function installPacked(directory: string): void {
  const modules = join(directory, "node_modules");
  const tarballs = join(directory, "tarballs");
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
    const target = join(modules, scoped === undefined ? "gopherwood" : `@gopherwood/${scoped}`);
    mkdirSync(target);
    const archive = join(tarballs, tarball);
    execFileSync("tar", ["-xzf", archive, "--strip-components", "1", "-C", target]);
    // Versions of other packages that the workspace has in a second place.
    const own = join(root, "packages", scoped ?? "cli", "node_modules");
    if (existsSync(own)) symlinkSync(own, join(target, "node_modules"));
  }
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (/^(?:@gopherwood|gopherwood|\..*)$/u.test(name)) continue;
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  linkCommands(modules);
}

/** Links the commands that a pack's scripts call. */
function linkCommands(modules: string): void {
  const commands = {
    "create-rules": "@gopherwood/create-rules/bin/create-rules.js",
    eslint: "eslint/bin/eslint.js",
    gopherwood: "gopherwood/bin/gopherwood.js",
    tsc: "typescript/bin/tsc",
  };
  mkdirSync(join(modules, ".bin"));
  for (const [command, path] of Object.entries(commands)) {
    symlinkSync(join(modules, path), join(modules, ".bin", command));
  }
}
