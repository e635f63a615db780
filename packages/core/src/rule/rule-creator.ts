import { defineRule } from "./define-rule.ts";

/**
 * Returns a `defineRule` that gives each rule the address of its page, as the `RuleCreator` of
 * typescript-eslint does. For the rules of a pack, `definePack` does it.
 *
 * @param urlOf Returns the address for the name of a rule, such as `acme/no-panic`.
 */
export function ruleCreator(urlOf: (name: string) => string): typeof defineRule {
  return (rule) => {
    const { name, meta } = rule;
    return defineRule({ ...rule, meta: { ...meta, docs: { url: urlOf(name), ...meta.docs } } });
  };
}
