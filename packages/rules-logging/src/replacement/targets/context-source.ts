import { unsafeReasonOf, type SourceOptions } from "../options.ts";
import { isRefusal } from "../refusal.ts";
import type { JobScope } from "./job-scope.ts";
import type { LoggerSource } from "./target.ts";

/** Returns the source of loggers that an expression of the team gives for a context. */
export function contextSource(
  { as, expression, package: importPath }: SourceOptions,
  scope: JobScope,
): LoggerSource {
  // No code says whether a context has a logger in it.
  const traits = { unsafeReason: unsafeReasonOf(as, "suggestion"), isSlog: false };
  const origins = { functions: functionsOf(expression, importPath), types: [] };
  return {
    name: "context",
    targetFor(request) {
      const known = scope.known(request, origins, traits);
      if (known) return known;
      const context = scope.contextFor(request);
      if (isRefusal(context)) return context;
      const { validFrom, guards } = context;
      const text = expression.replace(/\bctx\b/gu, () => context.text);
      const logger = { context, expression: { text, importPath }, validFrom, guards };
      return scope.declared(request, logger, traits);
    },
  };
}

/** Returns the function that an expression starts with, as a name pattern. */
function functionsOf(expression: string, importPath: string | null): string[] {
  const { name } = /^\w+\.(?<name>\w+)\(/u.exec(expression)?.groups ?? {};
  return name !== undefined && importPath !== null ? [`${importPath}.${name}`] : [];
}
