import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { keysOf, nameOf, ruleDefinitionOf, valueOf } from "../rule-definition.ts";

export default createRule({
  name: "no-unused-messages",
  meta: {
    type: "suggestion",
    docs: { description: "Disallow messages that a rule never uses." },
    messages: {
      unused: "No text of this module is '{{id}}': use the message, or remove it.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const keys: TSESTree.Node[] = [];
    const texts = new Map<string, TSESTree.Node[]>();
    let isComputed = false;
    return {
      CallExpression(call) {
        const meta = ruleDefinitionOf(call)?.meta;
        const messages = meta && valueOf(meta, "messages");
        if (messages?.type === AST_NODE_TYPES.ObjectExpression) keys.push(...keysOf(messages));
      },
      "Property[key.name='messageId']"({ value }: TSESTree.Property) {
        isComputed ||= !isWritten(value);
      },
      "CallExpression[callee.property.name='report'] > ObjectExpression > SpreadElement"() {
        isComputed = true;
      },
      Literal(node) {
        const text = String(node.value);
        texts.set(text, [...(texts.get(text) ?? []), node]);
      },
      "Program:exit"() {
        // A computed id may be any.
        for (const key of isComputed ? [] : keys) {
          const id = nameOf(key) ?? "";
          // An id may go through a helper, so any text that is it counts.
          if ((texts.get(id) ?? []).some((text) => text !== key)) continue;
          context.report({ node: key, messageId: "unused", data: { id } });
        }
      },
    };
  },
});

/** Returns true for an id that is written where it is used, or one of two. */
function isWritten(value: TSESTree.Node): boolean {
  return value.type === AST_NODE_TYPES.ConditionalExpression
    ? isWritten(value.consequent) && isWritten(value.alternate)
    : value.type === AST_NODE_TYPES.Literal;
}
