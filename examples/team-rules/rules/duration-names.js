import { defineRule } from "@gopherwood/core";

const UNIT = /(?:Ns|Nanos|Micros|Ms|Millis|Secs?|Seconds|Mins?|Minutes|Hours)$/u;

/** A time.Duration has its unit: a name with another one is read as a number of these. */
export default defineRule({
  name: "billing/duration-names",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow units in the names of durations.",
      category: "Names",
    },
    messages: { unit: "Call '{{name}}' by what it is for: a time.Duration has its unit." },
    prefilter: ["time"],
  },
  create(context) {
    function judge(node) {
      const type = context.semantics.typeOf(node);
      if (type.kind !== "named" || type.importPath !== "time" || type.name !== "Duration")
        return;
      if (UNIT.test(node.text)) {
        context.report({ node, messageId: "unit", data: { name: node.text } });
      } else {
        context.attest({ node, verdict: "compliant" });
      }
    }

    return {
      parameter_declaration: ({ name }) => name.forEach(judge),
      var_spec: ({ name }) => name.forEach(judge),
      const_spec: ({ name }) => name.forEach(judge),
      short_var_declaration: ({ left }) => left.namedChildren.forEach(judge),
    };
  },
});
