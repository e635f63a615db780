import type { BaselineEntry } from "../runner/report.ts";

/** The version of the text's shape. */
const VERSION = 1;

const KEYS = ["file", "symbol", "ruleId", "fingerprint"] as const;

/** The error of a text that is no baseline; the message says what to do. */
export class BaselineError extends Error {
  override readonly name = "BaselineError";
}

/** Returns a baseline as JSON with a line for each entry, sorted. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .map((entry) => KEYS.map((key) => entry[key]))
    .sort((a, b) => compare(a.join("\0"), b.join("\0")))
    .map((values) => {
      const pairs = values.map(
        (value, at) => `${JSON.stringify(KEYS[at])}: ${JSON.stringify(value)}`,
      );
      return `    { ${pairs.join(", ")} }`;
    });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "violations": ${list}\n}\n`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Reads the text of a baseline.
 *
 * @throws {BaselineError} If it is not one of this version, is cut off, or has a merge conflict.
 */
export function parseBaseline(text: string): readonly BaselineEntry[] {
  const marker = text
    .split("\n")
    .findIndex((line) => /^(?:<{7}|={7}|>{7})(?:\s|$)/u.test(line));
  if (marker !== -1) {
    throw new BaselineError(
      `line ${marker + 1} has the marker of a merge conflict: keep the entries of both sides, ` +
        "take the markers out, and run 'gopherwood baseline --prune'.",
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BaselineError(`it is not JSON (${why}): restore it from your repository.`);
  }
  const { version, violations } = (value ?? {}) as Record<string, unknown>;
  if (version !== undefined && version !== VERSION) {
    throw new BaselineError(
      `it has version ${JSON.stringify(version)}, and this gopherwood reads version ${VERSION}: use the ` +
        "gopherwood that wrote it, or delete it and run 'gopherwood baseline'.",
    );
  }
  if (version === undefined || !Array.isArray(violations)) {
    throw new BaselineError(
      "it is no baseline: it has no 'version' or no 'violations'. 'gopherwood baseline' writes one.",
    );
  }
  return violations.map(readEntry);
}

function readEntry(value: unknown, index: number): BaselineEntry {
  const entry = (value ?? {}) as Record<string, unknown>;
  const [ruleId, file, symbol, fingerprint] = (
    ["ruleId", "file", "symbol", "fingerprint"] as const
  ).map((key) => {
    const part = entry[key];
    if (typeof part === "string") return part;
    throw new BaselineError(
      `entry ${index + 1} has no '${key}': restore it from your repository.`,
    );
  }) as [string, string, string, string];
  return { ruleId, file, symbol, fingerprint };
}
