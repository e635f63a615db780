import gopherwood from "@gopherwood/core";
import type { Linter } from "eslint";
import { fileURLToPath } from "node:url";
import type { ReplacementOption } from "../../src/replacement/options.ts";
import rule from "../../src/rules/no-direct-logging.ts";

/** A module in which the cases compile. */
export const jobModule = fileURLToPath(new URL("../testdata/jobs/module", import.meta.url));

const CONTEXT: ReplacementOption = {
  use: "context",
  as: "fix",
  expression: "joblog.FromContext(ctx)",
  package: "example.com/app/joblog",
};

interface JobOptions {
  readonly loggers: readonly string[];
  readonly replacement: readonly ReplacementOption[];
}

/** The options of the rule for each file of cases. */
export const JOB_OPTIONS: Readonly<Record<string, JobOptions>> = {
  tracker: { loggers: ["logrus"], replacement: ["tracker"] },
  logger: {
    loggers: ["logrus"],
    replacement: [
      { use: "logger", functions: ["joblog.FromContext"], types: ["joblog.Logger"] },
    ],
  },
  context: { loggers: ["logrus"], replacement: [CONTEXT] },
  order: { loggers: ["logrus"], replacement: ["logger", "tracker", CONTEXT, "slog"] },
  slog: { loggers: ["slog"], replacement: ["tracker"] },
  logrus: { loggers: ["logrus"], replacement: ["slog"] },
  fmt: { loggers: ["fmt"], replacement: ["tracker"] },
};

export function jobConfig(options: JobOptions): Linter.Config[] {
  return [
    {
      files: ["**/*.go"],
      language: "gopherwood/go",
      plugins: { gopherwood, logging: { rules: { "no-direct-logging": rule } } },
      rules: { "logging/no-direct-logging": ["error", options] },
    },
  ] as unknown as Linter.Config[];
}
