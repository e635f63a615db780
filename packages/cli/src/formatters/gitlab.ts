import { findingsOf } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { hash } from "node:crypto";
import { toJson } from "../text.ts";
import { pathFrom } from "./path-from.ts";

/**
 * Yields the findings as GitLab's Code Quality report. The fingerprint of a finding stays when
 * its line moves, and no two findings have the same.
 *
 * @param repository The directory that paths are relative to, absolute.
 */
export function* formatGitlab(report: Report, repository: string): Generator<string> {
  let before = "[\n";
  for (const { file, message, suppressions, identity } of findingsOf(report)) {
    if (suppressions.length > 0) continue;
    const { ruleId, severity, fatal, line, endLine, message: description } = message;
    const begin = Math.max(1, line);
    const entry = {
      description,
      check_name: ruleId ?? "gopherwood",
      fingerprint: hash("sha256", identity, "hex").slice(0, 32),
      severity: fatal === true ? "critical" : severity === 2 ? "major" : "minor",
      location: {
        path: pathFrom(repository, report.root, file),
        lines: { begin, end: Math.max(begin, endLine ?? begin) },
      },
    };
    yield before + toJson(entry);
    before = ",\n";
  }
  yield before === "[\n" ? "[]" : "\n]";
}
