/**
 * Moves the peer ranges of the packages that are being released to the packages of this
 * release; Lerna moves dependencies alone. `lerna version` runs it, before it commits.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { PACKAGES, manifestOf } from "../generate/packages.mjs";

const versions = new Map(
  PACKAGES.map((directory) => manifestOf(directory)).map(({ name, version }) => [
    name,
    version,
  ]),
);

const changed = execFileSync("git", ["diff", "--name-only", "HEAD", "packages/*/package.json"]);

for (const path of changed.toString().split("\n").filter(Boolean)) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  for (const name of Object.keys(manifest.peerDependencies ?? {})) {
    const version = versions.get(name);
    if (version !== undefined) manifest.peerDependencies[name] = peerRange(version);
  }
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Returns the range from the minor release of a version up to the next major release. */
function peerRange(version) {
  const [major, minor] = version.split(".").map(Number);
  return `>=${major}.${minor}.0 <${major + 1}`;
}
