import { defineRule } from "@gopherwood/core";

/** The name of a field in JSON, in its tag. */
const JSON_NAME = /(?<=\bjson:")[^",]+/u;

/** Whoever reads our JSON expects names in small letters, with underscores. */
export default defineRule({
  name: "billing/snake-case-json",
  meta: {
    type: "suggestion",
    hasSuggestions: true,
    docs: {
      description: "Require the names of fields in JSON to be in snake case.",
      category: "Names",
    },
    messages: {
      name: "Write '{{expected}}' for '{{name}}': names in JSON are in snake case.",
      // Another name is no fix: who reads the JSON has to know.
      rename: "Write '{{expected}}'.",
    },
    prefilter: ['json:"'],
  },
  create: (context) => ({
    field_declaration({ tag }) {
      const [name] = (tag && JSON_NAME.exec(tag.text)) ?? [];
      if (name === undefined || name === "-") return;
      const expected = name.replaceAll(/(?<=[a-z\d])[A-Z]/gu, "_$&").toLowerCase();
      if (name === expected) {
        context.attest({ node: tag, verdict: "compliant" });
        return;
      }
      const text = tag.text.replace(JSON_NAME, expected);
      const fix = (fixer) => fixer.replaceText(tag, text);
      const suggest = [{ messageId: "rename", data: { expected }, fix }];
      context.report({ node: tag, messageId: "name", data: { name, expected }, suggest });
    },
  }),
});
