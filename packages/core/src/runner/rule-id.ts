/** Splits a rule's id as ESLint does: `@scope/pack/rule` has the plugin `@scope/pack`. */
export function splitRuleId(ruleId: string): { plugin: string; name: string } {
  const slash = ruleId.startsWith("@") ? ruleId.lastIndexOf("/") : ruleId.indexOf("/");
  return { plugin: ruleId.slice(0, Math.max(0, slash)), name: ruleId.slice(slash + 1) };
}
