import type { JobScope } from "./jobs/job-scope.ts";
import type { LoggerSource } from "./logger-source.ts";
import { doubtOf, type SourceOptions } from "./options.ts";

/** A variable that holds the logger of the job already. */
export function loggerVariableSource(
  { as, functions, types }: SourceOptions,
  scope: JobScope,
): LoggerSource {
  const doubt = doubtOf(as);
  return {
    name: "logger",
    for: (request) =>
      scope.known(request, { functions, types }, doubt) ?? "no logger of the job is in scope",
  };
}
