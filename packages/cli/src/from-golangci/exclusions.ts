import { isOn, type Exclusion, type GolangciConfig } from "./golangci-config.ts";
import { globsOf } from "./patterns.ts";

/** Files that some linters leave alone. */
export interface ExcludedFiles {
  readonly globs: readonly string[];
  /** True if these are the only files that they look at. */
  readonly isInverted: boolean;
  /** Undefined for all linters. */
  readonly linters: readonly string[] | undefined;
}

/** The exclusions of a config that can be kept, and what is said of the others. */
export interface Exclusions {
  readonly files: readonly ExcludedFiles[];
  /** Globs of files that nothing looks at. */
  readonly ignores: readonly string[];
  readonly missing: readonly string[];
}

/** Reads the exclusions of a config: those by path and linter become globs. */
export function readExclusions(config: GolangciConfig): Exclusions {
  const files: ExcludedFiles[] = [];
  const lost: string[] = [];
  for (const exclusion of config.exclusions) {
    if (!isForOurs(exclusion, config)) continue;
    const excluded = filesOf(exclusion);
    if (excluded) files.push(excluded);
    else lost.push(nameOf(exclusion));
  }
  const ignored = config.paths.map((pattern) => ({ pattern, globs: globsOf(pattern) }));
  return {
    files,
    ignores: [
      ...new Set(ignored.flatMap(({ globs }) => globs ?? [])),
      ...(config.lintsTests ? [] : ["**/*_test.go"]),
    ],
    missing: [
      ...lost,
      ...ignored
        .filter(({ globs }) => globs === null)
        .map(({ pattern }) => `the excluded path ${pattern}`),
    ],
  };
}

/** Returns words for an exclusion, by which it is found again in its config. */
function nameOf({ path, pathExcept, linters, text }: Exclusion): string {
  const what = linters ? ` of ${linters.join(", ")}` : "";
  const by = (text ?? path ?? pathExcept ?? "").replaceAll(/\s+/gu, " ");
  return `the exclusion${what} by '${by}'`;
}

function filesOf({ path, pathExcept, linters, text }: Exclusion): ExcludedFiles | null {
  const pattern = path ?? pathExcept;
  if (
    text !== undefined ||
    pattern === undefined ||
    (path !== undefined && pathExcept !== undefined)
  ) {
    return null;
  }
  const globs = globsOf(pattern);
  return globs && { globs, isInverted: pathExcept !== undefined, linters };
}

/** Returns true for an exclusion of a linter that has a counterpart here. */
function isForOurs({ linters }: Exclusion, config: GolangciConfig): boolean {
  return (
    linters === undefined || linters.some((linter) => OURS.has(linter) && isOn(linter, config))
  );
}

/** The linters that have a counterpart. */
const OURS = new Set([
  "depguard",
  "errcheck",
  "errorlint",
  "forbidigo",
  "funlen",
  "godox",
  "gomodguard",
  "loggercheck",
  "sloglint",
  "wrapcheck",
]);
