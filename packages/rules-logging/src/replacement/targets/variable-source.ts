import { unsafeReasonOf, type SourceOptions } from "../options.ts";
import { refuse } from "../refusal.ts";
import type { JobScope } from "./job-scope.ts";
import type { LoggerSource } from "./target.ts";

/** Returns the source of variables that hold the logger of a job already. */
export function variableSource(
  { as, functions, types }: SourceOptions,
  scope: JobScope,
): LoggerSource {
  const traits = {
    unsafeReason: unsafeReasonOf(as),
    isSlog: types.length + functions.length === 0,
  };
  return {
    name: "logger",
    targetFor: (request) =>
      scope.known(request, { functions, types }, traits) ?? refuse({ code: "no-logger" }),
  };
}
