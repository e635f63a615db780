import { defineRule } from "@gopherwood/core";

const PRICE = /(?:price|amount|total)$/iu;

export default defineRule({
  name: "billing/no-float-prices",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow floating-point numbers for prices.",
      category: "Money",
    },
    messages: { float: "Use money.Amount for '{{name}}': {{type}} loses cents." },
    prefilter: ["float"],
  },
  create(context) {
    return {
      field_declaration({ name, type }) {
        for (const node of name) {
          if (!PRICE.test(node.text)) continue;
          const known = context.semantics.typeNamed(type);
          if (known === null) {
            const reason = "the type is not known";
            context.attest({ node, verdict: "undecided", reason });
          } else if (known.kind === "named" && /^float(?:32|64)$/u.test(known.name)) {
            const data = { name: node.text, type: known.name };
            context.report({ node, messageId: "float", data });
          } else {
            context.attest({ node, verdict: "compliant" });
          }
        }
      },
    };
  },
});
