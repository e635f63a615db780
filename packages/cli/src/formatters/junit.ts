import { findingsOf, groupBy, type Finding } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { xml } from "./xml.ts";

/**
 * Yields JUnit's XML: a suite for each file, with a test that fails for each finding, or with one
 * that passes. Work that could not be done is a test with an error.
 */
export function* formatJunit(report: Report): Generator<string> {
  const shown = [...findingsOf(report)].filter(({ suppressions }) => suppressions.length === 0);
  const byFile = groupBy(shown, ({ file }) => file);
  const { files, problems } = report;
  const clean = files.filter(({ path }) => !byFile.has(path)).length;
  yield (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<testsuites name="gopherwood" tests="${shown.length + clean + problems.length}" ` +
    `failures="${shown.length}" errors="${problems.length}">`
  );
  for (const { path } of files) yield* suite(path, byFile.get(path) ?? []);
  if (problems.length > 0) yield* problemSuite(problems);
  yield "\n</testsuites>";
}

function* suite(path: string, findings: readonly Finding[]): Generator<string> {
  const name = xml(path);
  yield (
    `\n  <testsuite name="${name}" tests="${Math.max(1, findings.length)}" ` +
    `failures="${findings.length}" errors="0">`
  );
  if (findings.length === 0) yield `\n    <testcase classname="${name}" name="no findings" />`;
  for (const { message } of findings) {
    const { ruleId, line, column, severity, message: text } = message;
    const place = `${line}:${column}`;
    yield (
      `\n    <testcase classname="${name}" name="${xml(`${ruleId ?? "gopherwood"} ${place}`)}">` +
      `\n      <failure message="${xml(text)}" type="${severity === 2 ? "error" : "warning"}">` +
      `${xml(`${path}:${place}: ${text}`)}</failure>` +
      "\n    </testcase>"
    );
  }
  yield "\n  </testsuite>";
}

function* problemSuite(problems: Report["problems"]): Generator<string> {
  yield (
    `\n  <testsuite name="gopherwood" tests="${problems.length}" failures="0" ` +
    `errors="${problems.length}">`
  );
  for (const { path, message, ruleId } of problems) {
    yield (
      `\n    <testcase classname="${xml(path)}" name="${xml(ruleId ?? "gopherwood")}">` +
      `\n      <error message="${xml(message)}" type="problem" />` +
      "\n    </testcase>"
    );
  }
  yield "\n  </testsuite>";
}
