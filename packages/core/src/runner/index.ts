/** The engine around the rules: for the command, editors and tests. Needs Node. */
import "../index.ts";

export { Gopherwood, type GopherwoodOptions } from "./gopherwood.ts";
export type { FixOptions } from "./file-runner.ts";
export { CONFIG_NAMES, findConfigFile, pendingConfigs } from "./config-file.ts";
export type { FileConfig } from "./file-config.ts";
export { repositoryOf } from "./git-ignore.ts";
export { parseRules } from "./parse-rules.ts";
export { enabledRules, ruleOf } from "./prefilter.ts";
export { declaredSymbols } from "./declared-symbols.ts";
export { lintedTextOf } from "./lint-file.ts";
export { ConfigError, PatternError, type Problem } from "./problems.ts";
export { quietReport } from "./quiet-report.ts";
export type * from "./report.ts";
