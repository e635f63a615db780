import type { JobScope } from "./jobs/job-scope.ts";
import type { LoggerSource } from "./logger-source.ts";
import { doubtOf, type SourceOptions } from "./options.ts";

/** A variable that holds the logger of the job already. */
export function loggerVariableSource(
  { as, functions, types }: SourceOptions,
  scope: JobScope,
): LoggerSource {
  const offer = { doubt: doubtOf(as), isSlog: types.length + functions.length === 0 };
  return {
    name: "logger",
    for: (request) =>
      scope.known(request, { functions, types }, offer) ?? "no logger of the job is in scope",
  };
}
