/**
 * Checks the packages as npm would publish them: publint, and that TypeScript finds the types
 * of every entry. CommonJS is left out, since the packages are ES modules alone. Needs a build.
 *
 *   node tools/packages/check.mjs
 */
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const COMMONJS = ["node10", "node16-cjs"];

const directory = mkdtempSync(join(tmpdir(), "gopherwood-tarballs-"));
const options = ["--workspaces", "--ignore-scripts", "--pack-destination", directory];
execFileSync("npm", ["pack", ...options], { stdio: "pipe" });

for (const file of readdirSync(directory)) {
  const data = new Uint8Array(readFileSync(join(directory, file)));
  const { messages, pkg } = await publint({ pack: { tarball: data.buffer }, strict: true });
  // The VS Code extension does not go to npm.
  if (pkg.private) continue;
  const problems = [
    ...messages.map((message) => formatMessage(message, pkg, { color: false })),
    ...(await typeProblems(data)),
  ];
  for (const problem of problems) console.error(`${pkg.name}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

rmSync(directory, { recursive: true });

async function typeProblems(data) {
  const { problems = [] } = await checkPackage(createPackageFromTarballData(data));
  return problems
    .filter(({ resolutionKind }) => !COMMONJS.includes(resolutionKind))
    .map(
      ({ kind, entrypoint, resolutionKind }) => `${kind} in ${entrypoint} (${resolutionKind})`,
    );
}
