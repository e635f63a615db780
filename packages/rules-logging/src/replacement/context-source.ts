import type { GoFixer } from "@gopherwood/core";
import type { JobScope } from "./jobs/job-scope.ts";
import type { LoggerSource } from "./logger-source.ts";
import { doubtOf, type SourceOptions } from "./options.ts";

/** The logger that an expression of the team's gives for a context. */
export function contextSource(
  { as, expression, package: path }: SourceOptions,
  scope: JobScope,
): LoggerSource {
  const offer = { doubt: doubtOf(as), isSlog: false };
  return {
    name: "context",
    for(request) {
      const functions = functionsOf(expression, path);
      const known = scope.known(request, { functions, types: [] }, offer);
      if (known) return known;
      const context = scope.contextFor(request);
      if (typeof context === "string") return context;
      const { since, dangers } = context;
      const write = (fixer: GoFixer) => {
        const made = expression.replace(/\bctx\b/gu, () => context.text);
        if (path === null) return made;
        return made.replace(/^\w+(?=\.)/u, () => fixer.ensureImport(path));
      };
      return scope.declared(request, { context, expression: write, since, dangers }, offer);
    },
  };
}

/** The function that an expression starts with, as a name pattern. */
function functionsOf(expression: string, path: string | null): string[] {
  const { name } = /^\w+\.(?<name>\w+)\(/u.exec(expression)?.groups ?? {};
  return name !== undefined && path !== null ? [`${path}.${name}`] : [];
}
