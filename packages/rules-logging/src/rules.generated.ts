// Generated from src/rules by 'npm run generate'. Do not edit.

import noBackgroundContext from "./rules/no-background-context.ts";
import noDebugLeftovers from "./rules/no-debug-leftovers.ts";
import noDirectLogging from "./rules/no-direct-logging.ts";
import noFalseCompletion from "./rules/no-false-completion.ts";
import noOuterLogger from "./rules/no-outer-logger.ts";
import noSecretFields from "./rules/no-secret-fields.ts";
import noStoredEntry from "./rules/no-stored-entry.ts";
import requireEndJob from "./rules/require-end-job.ts";
import structuredArguments from "./rules/structured-arguments.ts";

/** The rules of this pack, by name. */
export const rules = {
  "no-background-context": noBackgroundContext,
  "no-debug-leftovers": noDebugLeftovers,
  "no-direct-logging": noDirectLogging,
  "no-false-completion": noFalseCompletion,
  "no-outer-logger": noOuterLogger,
  "no-secret-fields": noSecretFields,
  "no-stored-entry": noStoredEntry,
  "require-end-job": requireEndJob,
  "structured-arguments": structuredArguments,
};
