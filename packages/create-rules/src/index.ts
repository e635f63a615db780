/** The templates of rules, for scripts that make them elsewhere. */
export { parseRuleId, planRule, type NewRule } from "./plan-rule.ts";
export { ruleList } from "./rule-list.ts";
export { UsageError } from "./usage-error.ts";
