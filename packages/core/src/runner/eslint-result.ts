import type { ESLint, Linter } from "eslint";
import type { FileConfig } from "./file-config.ts";
import { enabledRules } from "./prefilter.ts";

/** The messages of ESLint's linter for one file. */
export interface FileMessages {
  readonly messages: Linter.LintMessage[];
  readonly suppressedMessages: Linter.SuppressedLintMessage[];
}

export const NO_MESSAGES: FileMessages = { messages: [], suppressedMessages: [] };

const deprecatedRules = new WeakMap<FileConfig, ESLint.DeprecatedRuleUse[]>();

/**
 * Returns the result of a file, equal to that of ESLint's own class, in the order of its keys
 * too.
 *
 * @param text The file's text, after fixes; null to leave it out.
 */
export function toResult(
  filePath: string,
  text: string | null,
  { messages, suppressedMessages }: FileMessages,
  config: FileConfig,
  isFixed = false,
): ESLint.LintResult {
  const count = (test: (message: Linter.LintMessage) => boolean) =>
    messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages,
    errorCount: count(isError),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count((message) => !isError(message)),
    fixableErrorCount: count((message) => isError(message) && message.fix !== undefined),
    fixableWarningCount: count((message) => !isError(message) && message.fix !== undefined),
    ...(text !== null && isFixed && { output: text }),
    ...(text !== null && messages.length > 0 && !isFixed && { source: text }),
    usedDeprecatedRules: deprecatedRulesOf(config),
  };
}

function isError({ severity }: Linter.LintMessage): boolean {
  return severity === 2;
}

/** Returns the rules that are on and that their `meta` deprecates. */
function deprecatedRulesOf(config: FileConfig): ESLint.DeprecatedRuleUse[] {
  let used = deprecatedRules.get(config);
  if (!used) {
    used = enabledRules(config).flatMap(({ ruleId, rule }) => {
      const deprecated = rule?.meta?.deprecated;
      if (!deprecated) return [];
      const info = typeof deprecated === "object" ? deprecated : undefined;
      return [{ ruleId, replacedBy: replacementsOf(rule.meta), info }];
    });
    deprecatedRules.set(config, used);
  }
  return used;
}

interface Replaceable {
  readonly deprecated?: unknown;
  readonly replacedBy?: readonly string[] | undefined;
}

function replacementsOf({ deprecated, replacedBy = [] }: Replaceable): string[] {
  if (typeof deprecated !== "object" || deprecated === null) return [...replacedBy];
  const { replacedBy: replacements } = deprecated as { replacedBy?: unknown };
  return (Array.isArray(replacements) ? replacements : []).map(replacementName);
}

/** Returns `plugin/rule` as ESLint does, without the `eslint-plugin` of a package's name. */
function replacementName(replacement: unknown): string {
  const { plugin, rule } = (replacement ?? {}) as Record<
    string,
    { name?: unknown } | undefined
  >;
  const pluginName = typeof plugin?.name === "string" ? `${shortName(plugin.name)}/` : "";
  return pluginName + (typeof rule?.name === "string" ? rule.name : "");
}

function shortName(name: string): string {
  const [, scope = "", rest = ""] = /^(@[^/]+)?\/?(.*)$/u.exec(name) ?? [];
  const short = rest.replace(/^eslint-plugin(?:-|$)/u, "");
  return [scope, short].filter(Boolean).join("/");
}
