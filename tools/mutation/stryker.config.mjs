import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The settings of every mutation test; run.mjs adds which files are changed and which tests
 * have to notice.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "one-process",
  coverageAnalysis: "perTest",
  plugins: [
    "./tools/mutation/runner.mjs",
    "./tools/mutation/sample.mjs",
    "./tools/mutation/prose.mjs",
  ],
  checkers: ["sample"],
  ignorers: ["prose"],
  // Nothing checks types here, and pages that tests compare would get a comment in their scripts.
  disableTypeChecks: false,
  concurrency: 1,
  maxTestRunnerReuse: 50,
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 15,
  incremental: true,
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  warnings: { unknownOptions: false },
  ignorePatterns: ["reports", "coverage", ".git", "benchmarks"],
  // Outside the checkout, where Jest does not find every package a second time.
  tempDirName: join(tmpdir(), "gopherwood-mutation"),
};
