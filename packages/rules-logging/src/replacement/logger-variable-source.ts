import type { JobScope } from "./jobs/job-scope.ts";
import type { LoggerSource } from "./logger-source.ts";
import type { SourceOptions } from "./options.ts";

/** A variable that holds the logger of the job already. */
export function loggerVariableSource(
  { as, functions, types }: SourceOptions,
  scope: JobScope,
): LoggerSource {
  return {
    name: "logger",
    for: (request) =>
      scope.known(request, { functions, types }, as) ?? "no logger of the job is in scope",
  };
}
