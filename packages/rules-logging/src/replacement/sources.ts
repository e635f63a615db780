import type { SemanticModel, GoSourceCode } from "@gopherwood/core";
import { Jobs } from "../jobs/jobs.ts";
import { contextSource } from "./context-source.ts";
import { JobScope } from "./jobs/job-scope.ts";
import { JobTrackers } from "./jobs/job-trackers.ts";
import { loggerVariableSource } from "./logger-variable-source.ts";
import type { LoggerSource } from "./logger-source.ts";
import { sourceOptionsOf, type ReplacementOption } from "./options.ts";
import { slogSource } from "./slog-source.ts";
import { trackerSource } from "./tracker-source.ts";

/** Where the loggers that a team wants come from in one file, in its order. */
export function loggerSources(
  options: readonly ReplacementOption[],
  trackers: readonly string[],
  sourceCode: GoSourceCode,
  semantics: SemanticModel,
): LoggerSource[] {
  const file = {
    sourceCode,
    semantics: semantics,
    jobs: new Jobs(sourceCode, semantics, trackers),
  };
  const scope = new JobScope(file);
  return options.map((option) => {
    const source = sourceOptionsOf(option);
    switch (source.use) {
      case "logger":
        return loggerVariableSource(source, scope);
      case "tracker":
        return trackerSource(source, scope, new JobTrackers(file, trackers));
      case "context":
        return contextSource(source, scope);
      case "slog":
        return slogSource(source);
    }
  });
}
