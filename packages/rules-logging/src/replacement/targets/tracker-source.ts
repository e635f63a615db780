import { unsafeReasonOf, type SourceOptions } from "../options.ts";
import { isRefusal } from "../refusal.ts";
import type { JobScope } from "./job-scope.ts";
import type { JobTrackers } from "./job-trackers.ts";
import type { LoggerSource } from "./target.ts";

const TRACKERS_ONLY = { functions: [], types: [] };

/** Returns the source of loggers that a tracker gives for a context. */
export function trackerSource(
  { as }: SourceOptions,
  scope: JobScope,
  trackers: JobTrackers,
): LoggerSource {
  const traits = { unsafeReason: unsafeReasonOf(as), isSlog: true };
  return {
    name: "tracker",
    targetFor(request) {
      const known = scope.known(request, TRACKERS_ONLY, traits);
      if (known) return known;
      const tracker = trackers.at(request.node);
      if (isRefusal(tracker)) return tracker;
      const context = scope.contextFor(request);
      if (isRefusal(context)) return context;
      const { visibleFrom } = tracker.symbol;
      const logger = {
        context,
        expression: { text: `${tracker.text}.Logger(${context.text})`, importPath: null },
        validFrom: context.validFrom === null ? null : Math.max(context.validFrom, visibleFrom),
        guards: [...context.guards, ...tracker.guards],
      };
      return scope.declared(request, logger, traits);
    },
  };
}
