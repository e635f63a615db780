import {
  CalleePatterns,
  calleeWords,
  defineRule,
  functionNamed,
  NAME_PATTERNS,
  withoutPointer,
  type Callee,
  type GoNode,
} from "@gopherwood/core";
import { judgeName, nameRestrictionsOf } from "../options/restriction.ts";
import { MESSAGE, messageText, SCOPE } from "../options/scope.ts";

export default defineRule({
  name: "go/restricted-fields",
  meta: {
    type: "problem",
    docs: {
      description:
        "Disallow uses of struct fields that the team has retired or keeps to a few places.",
      task: "Replace the restricted fields",
      category: "Team Rules",
    },
    messages: {
      field: "Do not use the field '{{name}}': {{message}}.",
    },
    options: {
      restrictions: {
        description: "The restrictions; of several that match a field, the first counts.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["fields", "message"],
          properties: {
            fields: {
              description:
                "The fields after their type, with '*': 'example.com/model.Volume.Legacy*'.",
              ...NAME_PATTERNS,
              minItems: 1,
            },
            message: MESSAGE,
            instead: {
              description: "The fields and methods to use instead, which reports count.",
              ...NAME_PATTERNS,
            },
            ...SCOPE,
          },
        },
        default: [],
      },
    },
    prefilter: ({ restrictions }) =>
      restrictions.flatMap(({ fields, instead = [] }) => calleeWords([...fields, ...instead])),
  },
  create(context, options) {
    const { semantics } = context;
    const restrictions = nameRestrictionsOf(
      options.restrictions,
      context,
      ({ fields }) => fields,
      CalleePatterns,
    );

    function judgeNamed(node: GoNode, name: string, readMember: () => Callee | null): void {
      const relevant = restrictions.filter(
        ({ restricted, wanted }) => restricted.mayMatch(name) || wanted.mayMatch(name),
      );
      if (!relevant.some(({ scope }) => scope.includes(node))) return;
      const member = readMember();
      if (member === null || member.kind === "function") return;
      const outcome = judgeName(node, member, relevant, context);
      if (outcome.kind === "broken") {
        const { restriction, approach } = outcome;
        context.report({
          node,
          messageId: "field",
          approach,
          data: { name, message: messageText(restriction.message) },
          noFixReason: "what takes its place depends on the use",
        });
      } else if (outcome.kind === "unrelated" && member.kind === "unknown") {
        context.attest({ node, verdict: "undecided", reason: member.reason });
      }
    }

    return {
      selector_expression(node) {
        judgeNamed(node.field, node.field.text, () => functionNamed(node, semantics));
      },
      keyed_element({ key, parent }) {
        const node = key.namedChildren[0];
        if (node?.kind !== "identifier" || parent?.kind !== "literal_value") return;
        judgeNamed(node, node.text, () => fieldOf(node, semantics.typeOf(parent)));
      },
    };

    /** Returns the field that a key of a literal names; a key of a map is none. */
    function fieldOf(
      operand: GoNode,
      literal: ReturnType<typeof semantics.typeOf>,
    ): Callee | null {
      const name = operand.text;
      const type = withoutPointer(literal);
      if (type.kind === "unknown")
        return { kind: "unknown", name, operand, reason: type.reason };
      const { kind } = semantics.underlyingOf(type);
      return type.kind === "named" && kind === "struct"
        ? { kind: "method", receiver: type, name, operand }
        : null;
    }
  },
});
