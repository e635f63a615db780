import { definePack } from "@gopherwood/core";
import { SLOG } from "./approaches.ts";
import noBackgroundContext from "./rules/no-background-context.ts";
import noDebugLeftovers from "./rules/no-debug-leftovers.ts";
import noDirectLogging from "./rules/no-direct-logging.ts";
import noFalseCompletion from "./rules/no-false-completion.ts";
import noOuterLogger from "./rules/no-outer-logger.ts";
import noSecretFields from "./rules/no-secret-fields.ts";
import noStoredEntry from "./rules/no-stored-entry.ts";
import requireEndJob from "./rules/require-end-job.ts";
import structuredArguments from "./rules/structured-arguments.ts";

/**
 * Rules for how Go code logs. The recommended config is for a team without a logger
 * of its own; the rules' defaults are those of a team that logs through JobLog.
 */
export default definePack({
  name: "@gopherwood/rules-logging",
  namespace: "logging",
  version: "0.1.0",
  rules: {
    "no-background-context": noBackgroundContext,
    "no-debug-leftovers": noDebugLeftovers,
    "no-direct-logging": noDirectLogging,
    "no-false-completion": noFalseCompletion,
    "no-outer-logger": noOuterLogger,
    "no-secret-fields": noSecretFields,
    "no-stored-entry": noStoredEntry,
    "require-end-job": requireEndJob,
    "structured-arguments": structuredArguments,
  },
  recommended: {
    // What fmt prints is a program's own output as often as not.
    "no-debug-leftovers": ["warn", { loggers: ["logrus", "slog", "log"] }],
    "no-direct-logging": [
      "warn",
      { loggers: ["logrus", "log"], approaches: [SLOG], replacement: ["slog"] },
    ],
    "no-secret-fields": "warn",
    "structured-arguments": "warn",
  },
});
