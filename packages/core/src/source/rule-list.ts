import { nameGlob } from "../ast/text.ts";
import { commentParser } from "./config-comments.node.ts";

/** Returns the rules and globs of a directive's list; none stands for all rules. */
export function rulesIn(list: string): string[] {
  return Object.keys(commentParser().parseListConfig(list));
}

/** Returns true for an entry of a list that stands for several rules, such as `logging/*`. */
export function isRuleGlob(entry: string): boolean {
  return entry.includes("*");
}

/** Returns true if an entry of a list is a rule, or a glob that matches it. */
export function matchesRule(entry: string, ruleId: string): boolean {
  return isRuleGlob(entry) ? nameGlob(entry).test(ruleId) : entry === ruleId;
}
