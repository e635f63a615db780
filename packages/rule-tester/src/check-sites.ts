import type { Site } from "@gopherwood/core";
import type { ExpectedSite } from "./cases.ts";
import { codeFrame } from "./code-frame.ts";
import { markOfSite, RuleTestError } from "./failure.ts";

const KEYS = new Set<string>([
  "verdict",
  "line",
  "column",
  "endLine",
  "endColumn",
  "reason",
  "approach",
  "messageId",
  "noFixReason",
  "subject",
  "symbol",
] satisfies (keyof ExpectedSite)[]);

/**
 * Checks that the sites are the expected ones, in the order of the text.
 *
 * @throws {RuleTestError} If one is missing, too many or different.
 */
export function assertSites(
  expected: readonly ExpectedSite[],
  actual: readonly Site[],
  text: string,
): void {
  const fail = (problem: string): never => {
    const judged = actual.length > 0 ? "The rule judged:" : "The rule judged nothing in:";
    throw new RuleTestError(
      `${problem}\n\n${judged}\n${codeFrame(text, actual.map(markOfSite))}`,
    );
  };
  for (const [index, site] of expected.entries()) {
    const unknown = Object.keys(site).find((key) => !KEYS.has(key));
    if (unknown !== undefined) {
      fail(
        `sites[${index}] has the unknown property '${unknown}': use ${[...KEYS].join(", ")}.`,
      );
    }
  }
  if (expected.length !== actual.length) {
    fail(`Should have ${countOf(expected.length)} but had ${actual.length}.`);
  }
  for (const [index, site] of actual.entries()) {
    const differences = differencesOf(expected[index] as ExpectedSite, flatten(site));
    if (differences.length > 0)
      fail(`sites[${index}] is different: ${differences.join("; ")}.`);
  }
}

function flatten({ range: { start, end }, ...site }: Site): Record<string, unknown> {
  return {
    ...site,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function differencesOf(expected: ExpectedSite, actual: Record<string, unknown>): string[] {
  return Object.entries(expected)
    .filter(([key, value]) => !agrees(value, actual[key]))
    .map(([key, value]) => `${key} should be ${show(value)} but is ${show(actual[key])}`);
}

function agrees(expected: unknown, actual: unknown): boolean {
  return expected instanceof RegExp
    ? typeof actual === "string" && expected.test(actual)
    : expected === actual;
}

function show(value: unknown): string {
  return value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? "missing");
}

function countOf(count: number): string {
  return count === 1 ? "1 site" : `${count} sites`;
}
