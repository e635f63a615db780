import { parseDocument } from "yaml";
import { UsageError } from "../io.ts";

/** An entry of `exclusions.rules`: findings that golangci-lint does not report. */
export interface Exclusion {
  /** A regular expression for paths; undefined for all files. */
  readonly path?: string | undefined;
  /** A regular expression for the paths that it is not about. */
  readonly pathExcept?: string | undefined;
  /** Undefined for all linters. */
  readonly linters?: readonly string[] | undefined;
  /** A regular expression for the messages or the code that it is about; undefined for all. */
  readonly text?: string | undefined;
}

/** A config of golangci-lint, of version 1 or 2. */
export interface GolangciConfig {
  /** True if all linters are on but some. */
  readonly hasAll: boolean;
  /** The linters that are on; with `hasAll`, those that are off. */
  readonly named: ReadonlySet<string>;
  readonly settings: Readonly<Record<string, Values>>;
  readonly exclusions: readonly Exclusion[];
  /** Regular expressions for the paths that are not linted. */
  readonly paths: readonly string[];
  /** The presets of exclusions. */
  readonly presets: readonly string[];
  readonly lintsTests: boolean;
  readonly lintsGenerated: boolean;
}

export type Values = Readonly<Record<string, unknown>>;

const STANDARD = ["errcheck", "govet", "ineffassign", "staticcheck", "unused"];

/**
 * Reads a config of golangci-lint.
 *
 * @param name Of its file, for messages.
 * @throws {UsageError} If it cannot be read.
 */
export function readGolangciConfig(text: string, name: string): GolangciConfig {
  const document = parseDocument(text, { prettyErrors: true, merge: true });
  const [error] = document.errors;
  if (error) throw new UsageError(`${name} cannot be read: ${error.message}`);
  const config = objectOf(document.toJS());
  const keys = ["version", "linters", "linters-settings", "issues", "run", "formatters"];
  if (!keys.some((key) => key in config)) {
    throw new UsageError(`${name} is no config of golangci-lint: it has no 'linters'.`);
  }
  return String(config["version"]) === "2" ? versionTwo(config) : versionOne(config);
}

/** Returns true if a linter is on. */
export function isOn(linter: string, { hasAll, named }: GolangciConfig): boolean {
  return named.has(linter) !== hasAll;
}

/** Returns a config with some linters off. */
export function without(linters: readonly string[], config: GolangciConfig): GolangciConfig {
  const named = new Set(config.named);
  for (const linter of linters) {
    if (config.hasAll) named.add(linter);
    else named.delete(linter);
  }
  return { ...config, named };
}

function versionTwo({ linters, run }: Values): GolangciConfig {
  const {
    default: base = "standard",
    enable,
    disable,
    settings,
    exclusions,
  } = objectOf(linters);
  const { rules, paths, presets, generated } = objectOf(exclusions);
  return {
    ...chosen(base === "all", base === "standard", enable, disable),
    settings: objectOf(settings) as Record<string, Values>,
    exclusions: objectsOf(rules).map(exclusionOf),
    paths: textsOf(paths),
    presets: textsOf(presets),
    lintsTests: objectOf(run)["tests"] !== false,
    lintsGenerated: generated === "disable",
  };
}

/** Patterns of directories that version 1 leaves out by default. */
const SKIPPED = ["vendor$", "third_party$", "testdata$", "examples$", "Godeps$", "builtin$"];

function versionOne(config: Values): GolangciConfig {
  const linters = objectOf(config["linters"]);
  const issues = objectOf(config["issues"]);
  const run = objectOf(config["run"]);
  const hasAll = linters["enable-all"] === true;
  const isStandard = linters["disable-all"] !== true;
  const hasSkipped =
    (issues["exclude-dirs-use-default"] ?? run["skip-dirs-use-default"]) !== false;
  return {
    ...chosen(hasAll, isStandard, linters["enable"], linters["disable"]),
    settings: objectOf(config["linters-settings"]) as Record<string, Values>,
    exclusions: [
      ...objectsOf(issues["exclude-rules"]).map(exclusionOf),
      ...textsOf(issues["exclude"]).map((text) => ({ text })),
    ],
    paths: [
      ...(hasSkipped ? SKIPPED : []),
      ...textsOf(issues["exclude-dirs"] ?? run["skip-dirs"]),
      ...textsOf(issues["exclude-files"] ?? run["skip-files"]),
    ],
    presets: issues["exclude-use-default"] === false ? [] : ["std-error-handling"],
    lintsTests: run["tests"] !== false,
    lintsGenerated: issues["exclude-generated"] === "disable",
  };
}

function chosen(
  hasAll: boolean,
  isStandard: boolean,
  enable: unknown,
  disable: unknown,
): Pick<GolangciConfig, "hasAll" | "named"> {
  if (hasAll) return { hasAll, named: new Set(textsOf(disable)) };
  const named = new Set([...(isStandard ? STANDARD : []), ...textsOf(enable)]);
  for (const linter of textsOf(disable)) named.delete(linter);
  return { hasAll, named };
}

function exclusionOf(rule: Values): Exclusion {
  const { linters } = rule;
  const [path, pathExcept, text, source] = ["path", "path-except", "text", "source"].map(
    (key) => {
      const value = rule[key];
      return typeof value === "string" ? value.trim() : undefined;
    },
  );
  return {
    path,
    pathExcept,
    linters: linters === undefined ? undefined : textsOf(linters),
    text: text ?? source,
  };
}

/** Returns a value if it is an object, else one without properties. */
export function objectOf(value: unknown): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Values)
    : {};
}

/** Returns the objects of a list; none if it is no list. */
export function objectsOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** Returns the texts of a list; none if it is no list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
