import {
  quietReport,
  enabledRules,
  type Gopherwood,
  type Report,
} from "@gopherwood/core/runner";
import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../io.ts";
import { BUILT_IN } from "./built-in.ts";

/** The context that ESLint gives a formatter beside the results. */
interface Surroundings {
  readonly cwd: string;
  readonly rulesMeta: Readonly<Record<string, unknown>>;
  readonly color?: boolean;
  readonly maxWarningsExceeded?: {
    readonly maxWarnings: number;
    readonly foundWarnings: number;
  };
}

/** A formatter of ESLint's kind. */
export type EslintFormatter = (
  results: Report["results"],
  surroundings: Surroundings,
) => unknown;

/**
 * Loads a formatter as ESLint does: `name` is the package `eslint-formatter-name` that is
 * installed for the working directory, `@scope/name` the package
 * `@scope/eslint-formatter-name`, and a path with `/` a module.
 *
 * @param cwd Absolute.
 * @throws {UsageError} If there is none, it cannot be run, or it exports no function.
 */
export async function loadFormatter(name: string, cwd: string): Promise<EslintFormatter> {
  const path = find(name.replaceAll("\\", "/"), cwd);
  let formatter: unknown;
  try {
    formatter = ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  } catch (error) {
    throw new UsageError(`--format ${name}: ${path} cannot be loaded: ${messageOf(error)}`);
  }
  if (typeof formatter !== "function") {
    throw new UsageError(
      `--format ${name}: ${path} is no formatter: its default export is no function.`,
    );
  }
  return formatter as EslintFormatter;
}

function find(name: string, cwd: string): string {
  if (isPath(name)) return resolve(cwd, name);
  const packageName = packageNameOf(name);
  try {
    return createRequire(join(cwd, "formatter.js")).resolve(packageName);
  } catch {
    throw new UsageError(
      `--format ${name}: there is no such format, and no package ${packageName} is installed ` +
        `for ${cwd}. Formats: ${[...BUILT_IN.keys()].join(", ")}.`,
    );
  }
}

function isPath(name: string): boolean {
  return isAbsolute(name) || (name.includes("/") && !name.startsWith("@"));
}

/** Returns the name of the package that a short name means; a full name is kept. */
function packageNameOf(name: string): string {
  const [, scope = "", rest = ""] = /^(?:(@[^/]+)\/?)?(.*)$/u.exec(name) ?? [];
  const isFull = rest === "eslint-formatter" || rest.startsWith("eslint-formatter-");
  const own = isFull ? rest : ["eslint-formatter", rest].filter(Boolean).join("-");
  return scope === "" ? own : `${scope}/${own}`;
}

/** Runs a formatter of ESLint's on the results of a report. */
export async function formatByEslint(
  formatter: EslintFormatter,
  report: Report,
  {
    engine,
    cwd,
    color,
    quiet,
    maxWarnings,
  }: {
    readonly engine: Gopherwood;
    readonly cwd: string;
    readonly color: boolean | undefined;
    readonly quiet: boolean;
    readonly maxWarnings: number;
  },
): Promise<string> {
  const { results } = quiet ? quietReport(report) : report;
  const foundWarnings = report.results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const isExceeded = maxWarnings >= 0 && foundWarnings > maxWarnings;
  const text: unknown = await formatter(structuredClone(results), {
    cwd,
    rulesMeta: await rulesMetaOf(results, engine),
    ...(color !== undefined && { color }),
    ...(isExceeded && { maxWarningsExceeded: { maxWarnings, foundWarnings } }),
  });
  // Some print themselves.
  return typeof text === "string" ? text : "";
}

/** Returns the `meta` of the rules that have a message, by id. */
async function rulesMetaOf(
  results: Report["results"],
  engine: Gopherwood,
): Promise<Record<string, unknown>> {
  const metas: Record<string, unknown> = {};
  for (const { filePath, messages, suppressedMessages } of results) {
    const ids = [...messages, ...suppressedMessages].map(({ ruleId }) => ruleId);
    if (ids.every((ruleId) => ruleId === null || Object.hasOwn(metas, ruleId))) continue;
    const config = await engine.configFor(filePath);
    for (const { ruleId, rule } of config ? enabledRules(config) : []) {
      if (ids.includes(ruleId)) metas[ruleId] = rule?.meta;
    }
  }
  return metas;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
