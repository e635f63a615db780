import type { Report } from "@gopherwood/core/runner";

/** A report of a run in `/project` that linted no file. */
export const EMPTY_REPORT: Report = {
  schema: "1.3",
  tool: { name: "gopherwood", version: "1.2.3" },
  root: "/project",
  commit: null,
  configs: [],
  systems: [],
  categories: [],
  assessment: {},
  files: [],
  ignored: 0,
  results: [],
  sites: [],
  evidence: { compliant: 0, undecided: 0, unread: [] },
  rules: {},
  fixes: [],
  vanished: [],
  problems: [],
  timings: { discovery: 0, configs: 0, linting: 0, survey: 0, total: 0 },
};
