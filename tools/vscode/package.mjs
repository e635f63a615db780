/**
 * Packages the VS Code extension with the server and core in it. Needs a build, and npm's
 * registry for vsce and what the server depends on.
 *
 *   node tools/vscode/package.mjs [gopherwood.vsix]
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The last version for Node 20. */
const VSCE = "@vscode/vsce@3.9.2";

const root = fileURLToPath(new URL("../..", import.meta.url));
const output = resolve(process.argv[2] ?? "gopherwood.vsix");
const stage = mkdtempSync(join(tmpdir(), "gopherwood-vsix-"));
const npm = (args, cwd) =>
  execFileSync("npm", args, { cwd, stdio: ["ignore", "pipe", "inherit"] });

const extension = join(root, "packages/vscode");
npm(["run", "--silent", "bundle"], extension);
const manifest = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
for (const key of ["devDependencies", "private", "scripts", "type"]) delete manifest[key];
writeFileSync(join(stage, "package.json"), JSON.stringify(manifest, null, 2));
for (const name of ["README.md", "LICENSE", "dist/extension.cjs"]) {
  cpSync(join(extension, name), join(stage, name), { recursive: true });
}
installServer(join(stage, "server"));
const packaging = ["package", "--no-dependencies", "--skip-license", "--out", output];
npm(["exec", "--yes", "--package", VSCE, "--", "vsce", ...packaging], stage);
rmSync(stage, { recursive: true });
console.log(output);

/** Installs the server and core, as npm would get them, into a directory. */
function installServer(directory) {
  mkdirSync(directory);
  writeFileSync(join(directory, "package.json"), '{ "private": true }');
  const packages = ["packages/core", "packages/language-server"].map((name) =>
    join(root, name),
  );
  npm(["pack", ...packages, "--ignore-scripts", "--pack-destination", directory], directory);
  const tarballs = readdirSync(directory).filter((name) => name.endsWith(".tgz"));
  const options = [
    "--omit",
    "dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-package-lock",
  ];
  npm(["install", ...options, ...tarballs.map((name) => `./${name}`)], directory);
  for (const name of tarballs) rmSync(join(directory, name));
}
