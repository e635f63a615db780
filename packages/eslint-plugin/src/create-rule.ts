import { ESLintUtils } from "@typescript-eslint/utils";

/** Makes a rule of this plugin; its page is found from its name. */
export const createRule = ESLintUtils.RuleCreator(
  (name) =>
    `https://github.com/gopherwood/gopherwood/blob/main/packages/eslint-plugin/docs/rules/${name}.md`,
);
