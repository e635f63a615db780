import { manifestOf, PACKS } from "./packages.mjs";

/** The packages that name their own version: to ESLint, in reports, for `--version`. */
const VERSIONED = ["cli", "core", "language-server", "mcp", ...PACKS];

/** Returns the modules that hold the versions of the packages, by path. */
export function generateVersions() {
  return new Map(
    VERSIONED.map((directory) => [
      `packages/${directory}/src/version.generated.ts`,
      `// Generated from package.json by 'npm run generate'. Do not edit.

/** The version of this package. */
export const version = ${JSON.stringify(manifestOf(directory).version)};
`,
    ]),
  );
}
