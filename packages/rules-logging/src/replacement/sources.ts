import type { SemanticModel, GoSourceCode } from "@gopherwood/core";
import { Jobs } from "../jobs/jobs.ts";
import { sourceOptionsOf, type ReplacementOption } from "./options.ts";
import { contextSource } from "./targets/context-source.ts";
import { JobScope } from "./targets/job-scope.ts";
import { JobTrackers } from "./targets/job-trackers.ts";
import { slogSource } from "./targets/slog-source.ts";
import type { LoggerSource } from "./targets/target.ts";
import { trackerSource } from "./targets/tracker-source.ts";
import { variableSource } from "./targets/variable-source.ts";

/** Returns the sources of the loggers that a team wants, for one file, in the team's order. */
export function loggerSources(
  options: readonly ReplacementOption[],
  trackers: readonly string[],
  sourceCode: GoSourceCode,
  semantics: SemanticModel,
): LoggerSource[] {
  const file = { sourceCode, semantics, jobs: new Jobs(sourceCode, semantics, trackers) };
  const scope = new JobScope(file);
  return options.map((option) => {
    const source = sourceOptionsOf(option);
    switch (source.use) {
      case "logger":
        return variableSource(source, scope);
      case "tracker":
        return trackerSource(source, scope, new JobTrackers(file, trackers));
      case "context":
        return contextSource(source, scope);
      case "slog":
        return slogSource(source, sourceCode);
    }
  });
}
