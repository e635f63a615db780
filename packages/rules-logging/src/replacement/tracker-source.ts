import type { JobScope } from "./jobs/job-scope.ts";
import type { JobTrackers } from "./jobs/job-trackers.ts";
import type { LoggerSource } from "./logger-source.ts";
import { doubtOf, type SourceOptions } from "./options.ts";

const NO_ORIGINS = { functions: [], types: [] };

/** The logger that a tracker gives for the context, from a variable or a new one. */
export function trackerSource(
  { as }: SourceOptions,
  scope: JobScope,
  trackers: JobTrackers,
): LoggerSource {
  const offer = { doubt: doubtOf(as), isSlog: true };
  return {
    name: "tracker",
    for(request) {
      const known = scope.known(request, NO_ORIGINS, offer);
      if (known) return known;
      const tracker = trackers.at(request.node);
      if (typeof tracker === "string") return tracker;
      const context = scope.contextFor(request);
      if (typeof context === "string") return context;
      const since =
        context.since === null ? null : Math.max(context.since, tracker.symbol.visibleFrom);
      const expression = `${tracker.text}.Logger(${context.text})`;
      const dangers = [...context.dangers, ...tracker.dangers];
      return scope.declared(
        request,
        { context, expression: () => expression, since, dangers },
        offer,
      );
    },
  };
}
