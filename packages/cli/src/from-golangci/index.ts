import { stringify } from "yaml";
import { isOn, readGolangciConfig, without, type GolangciConfig } from "./golangci-config.ts";
import { readExclusions, type ExcludedFiles } from "./exclusions.ts";
import { depguard, forbidigo, gomodguard } from "./restrictions.ts";
import { dupl, errcheck, errorWrapping, funlen, godox, structuredArguments } from "./rules.ts";
import type { Restriction, Translate, Translation } from "./translation.ts";

/** The translations, each of one linter or of several that one rule stands for. */
const TRANSLATIONS: readonly (readonly [linters: readonly string[], translate: Translate])[] = [
  [["forbidigo"], forbidigo],
  [["depguard"], depguard],
  [["gomodguard"], gomodguard],
  [["errcheck"], errcheck],
  [["wrapcheck", "errorlint"], (_settings, config) => errorWrapping(config)],
  [["sloglint", "loggercheck"], (_settings, config) => structuredArguments(config)],
  [["godox"], godox],
  [["funlen"], funlen],
  [["dupl"], dupl],
];

/** The packages of the rules, by their namespaces. */
const PACKS: Readonly<Record<string, string>> = {
  architecture: "@gopherwood/rules-architecture",
  "error-handling": "@gopherwood/rules-error-handling",
  go: "@gopherwood/rules-go",
  logging: "@gopherwood/rules-logging",
};

/** A config that was made of golangci-lint's. */
export interface TranslatedConfig {
  /** The text of a `gopherwood.config.yaml`. */
  readonly text: string;
  /** The packages that it needs. */
  readonly packs: readonly string[];
  /** The parts without a counterpart, a sentence each. */
  readonly missing: readonly string[];
}

/**
 * Returns the config that means the same as one of golangci-lint, as far as there are rules for
 * it.
 *
 * @param name Of the file, for messages.
 * @throws {UsageError} If the file cannot be read.
 */
export function translateGolangci(text: string, name: string): TranslatedConfig {
  const config = readGolangciConfig(text, name);
  const { files, ignores, missing } = readExclusions(config);
  const nolint: Record<string, readonly string[]> = {};
  const rules: Record<string, unknown> = {};
  const restrictions: Record<string, Restriction[]> = {};
  const all: string[] = [];
  const off = files.map((): Record<string, unknown> => ({}));
  for (const [linters, translate] of TRANSLATIONS) {
    const translation = translated(linters, translate, config);
    const own = severities(translation);
    const variants = files.map((excluded) =>
      translated(linters, translate, without(excluded.linters ?? linters, config)),
    );
    Object.assign(rules, own);
    for (const [index, variant] of variants.entries()) {
      Object.assign(off[index] ?? {}, differences(own, severities(variant)));
    }
    for (const [rule, entries] of Object.entries(translation.restrictions ?? {})) {
      const scoped = entries.map((entry) =>
        withExemptions(
          entry,
          files.filter((_, index) => !hasRestriction(variants[index], rule, entry)),
        ),
      );
      if (scoped.length > 0) restrictions[rule] = [...(restrictions[rule] ?? []), ...scoped];
    }
    const names = rulesOf(translation);
    for (const linter of linters) {
      if (isOn(linter, config) && names.length > 0) nolint[linter] = names;
    }
    all.push(...(translation.missing ?? []));
  }
  for (const [rule, entries] of Object.entries(restrictions)) {
    rules[rule] = ["error", { restrictions: entries }];
  }
  all.push(...missing);
  const overrides = files.flatMap((excluded, index) => overrideOf(excluded, off[index] ?? {}));
  const packs = packsOf(Object.keys(rules));
  const document = {
    packs,
    ...(ignores.length > 0 && { ignores }),
    languageOptions: { nolint, ...(config.lintsGenerated && { generated: true }) },
    rules,
    ...(overrides.length > 0 && { overrides }),
  };
  const yaml = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  return { text: head(name, all, othersOf(config, nolint)) + yaml, packs, missing: all };
}

/** Translates the linters that are on; nothing if none is. */
function translated(
  linters: readonly string[],
  translate: Translate,
  config: GolangciConfig,
): Translation {
  const first = linters.find((linter) => isOn(linter, config));
  return first === undefined ? {} : translate(config.settings[first] ?? {}, config);
}

/** Returns the rules that a translation turns on. */
function rulesOf({ rules = {}, restrictions = {} }: Translation): string[] {
  const restricting = Object.keys(restrictions).filter((rule) => restrictions[rule]?.length);
  return [...Object.keys(rules), ...restricting];
}

function severities({ rules = {} }: Translation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rules).map(([rule, options]) => [rule, ["error", options]]),
  );
}

/** Returns the rules that some files have otherwise: with other options, or off. */
function differences(
  everywhere: Readonly<Record<string, unknown>>,
  there: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(everywhere).flatMap(([rule, entry]) =>
      JSON.stringify(entry) === JSON.stringify(there[rule])
        ? []
        : [[rule, there[rule] ?? "off"]],
    ),
  );
}

/** Returns the config object for files that some rules have otherwise; none if none does. */
function overrideOf(
  { globs, isInverted }: ExcludedFiles,
  rules: Readonly<Record<string, unknown>>,
): object[] {
  if (Object.keys(rules).length === 0) return [];
  const scope = isInverted ? { files: ["**/*.go"], ignores: globs } : { files: globs };
  return [{ ...scope, rules }];
}

function hasRestriction(
  translation: Translation | undefined,
  rule: string,
  restriction: Restriction,
): boolean {
  const entries = translation?.restrictions?.[rule] ?? [];
  return entries.some((entry) => JSON.stringify(entry) === JSON.stringify(restriction));
}

/** Returns a restriction that is exempt in some files. */
function withExemptions(entry: Restriction, files: readonly ExcludedFiles[]): Restriction {
  const own = Array.isArray(entry["exempt"]) ? (entry["exempt"] as unknown[]) : [];
  const exempt = files
    .filter(({ isInverted }) => !isInverted)
    .map(({ globs }) => ({ files: globs.map(optionGlob), reason: "excluded" }));
  const only = files.filter(({ isInverted }) => isInverted).flatMap(({ globs }) => globs);
  return {
    ...entry,
    ...(only.length > 0 && { files: only.map(optionGlob) }),
    ...(own.length + exempt.length > 0 && { exempt: [...own, ...exempt] }),
  };
}

/** Returns a glob of a config as one of an option: this one starts at any directory. */
function optionGlob(glob: string): string {
  return glob.startsWith("**/") ? glob : `/${glob}`;
}

function packsOf(rules: readonly string[]): string[] {
  const names = rules.map((rule) => PACKS[rule.split("/", 1)[0] ?? ""] ?? "");
  return [...new Set(names)].sort();
}

/** Returns the linters that golangci-lint is still needed for. */
function othersOf({ hasAll, named }: GolangciConfig, translated: object): string {
  if (hasAll) return "all linters that are on but for those above";
  return [...named]
    .filter((linter) => !Object.hasOwn(translated, linter))
    .sort()
    .join(", ");
}

function head(name: string, missing: readonly string[], others: string): string {
  const lines = [
    "yaml-language-server: $schema=./node_modules/@gopherwood/config/schema.json",
    `Made of ${name} by 'gopherwood --init --from'.`,
    ...(missing.length > 0 ? ["", "These parts have no counterpart:"] : []),
    ...missing.map((what) => `- ${what}`),
    ...(others === "" ? [] : ["", `Keep golangci-lint for: ${others}`]),
  ];
  return `${lines.map((line) => `# ${line}`.trimEnd()).join("\n")}\n`;
}
