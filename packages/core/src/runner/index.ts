/** The engine around the rules: for the command, editors and tests. Needs Node. */
import "../index.ts";

export { Gopherwood, type GopherwoodOptions } from "./gopherwood.ts";
export type { FixOptions } from "./file-runner.ts";
export { readCommit } from "./commit.ts";
export { CONFIG_NAMES, findConfigFile, pendingConfigs } from "./config-file.ts";
export type { FileConfig } from "./file-config.ts";
export type { ConfigObject, ConfigOrigins, SettingOrigin } from "./config-origins.ts";
export { describeOptions } from "./describe-options.ts";
export { didYouMean } from "../source/nearest-name.ts";
export { repositoryOf } from "./git-ignore.ts";
export { parseRules } from "./parse-rules.ts";
export { enabledRules, ruleOf } from "./prefilter.ts";
export { declaredSymbols } from "./declared-symbols.ts";
export { lintedTextOf } from "./linted-text.ts";
export { ConfigError, PatternError, type Problem } from "./problems.ts";
export { readRulePage, type RulePage } from "./rule-page.ts";
export { quietReport } from "./quiet-report.ts";
export type { Shard } from "./shard.ts";
export { withSurvey } from "./survey/with-survey.ts";
export type * from "./report.ts";
