import {
  calleeWords,
  defineRule,
  NAME_PATTERNS,
  NamePatterns,
  type GoNode,
} from "@gopherwood/core";
import { replaceName, REPLACEMENT, wantedNames } from "../options/replacement.ts";
import { judgeName, nameRestrictionsOf } from "../options/restriction.ts";
import { MESSAGE, messageText, SCOPE } from "../options/scope.ts";

/** The name of a type as it is written, and the package that declares it. */
interface TypeName {
  readonly importPath: string;
  readonly name: string;
}

export default defineRule({
  name: "go/restricted-types",
  meta: {
    type: "problem",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description: "Disallow types that the team has other ones for.",
      task: "Replace the restricted types",
      category: "Team Rules",
    },
    messages: {
      type: "Do not use the type '{{name}}': {{message}}.",
      replace: "Use '{{replacement}}'.",
    },
    options: {
      restrictions: {
        description: "The restrictions; of several that match a type, the first counts.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["types", "message"],
          properties: {
            types: {
              description: "The types: 'database/sql.DB'.",
              ...NAME_PATTERNS,
              minItems: 1,
            },
            message: MESSAGE,
            instead: {
              description: "The types to use instead, which reports count.",
              ...NAME_PATTERNS,
            },
            ...REPLACEMENT,
            ...SCOPE,
          },
        },
        default: [],
      },
    },
    prefilter: ({ restrictions }) =>
      restrictions.flatMap((entry) => calleeWords([...entry.types, ...wantedNames(entry)])),
  },
  create(context, options) {
    const { semantics } = context;
    const restrictions = nameRestrictionsOf(
      options.restrictions,
      context,
      ({ types }) => types,
      NamePatterns,
    );

    function judgeNamed(node: GoNode, type: TypeName): void {
      const outcome = judgeName(node, type, restrictions, context);
      if (outcome.kind !== "broken") return;
      const { restriction, approach } = outcome;
      context.report({
        node,
        messageId: "type",
        approach,
        data: { name: node.text, message: messageText(restriction.message) },
        ...replaceName(node, type.importPath, restriction, semantics, "replace"),
      });
    }

    /** Judges `pkg.T`, which the grammar takes for a type or, in `pkg.T(x)`, for a value. */
    function judgeSelected(node: GoNode, operand: GoNode, name: string): void {
      const importPath = semantics.importOf(operand)?.path;
      if (importPath !== undefined) judgeNamed(node, { importPath, name });
    }

    return {
      type_identifier(node) {
        if (node.parent?.kind === "qualified_type" || isDeclared(node)) return;
        const { text: name } = node;
        const symbol = semantics.symbolAt(name, node.range[0]);
        if (symbol?.packageLevel === false) return;
        const importPath = symbol ? semantics.importPath : semantics.declaringPackageOf(name);
        if (importPath !== null && importPath !== "") judgeNamed(node, { importPath, name });
      },
      qualified_type(node) {
        judgeSelected(node, node.package, node.name.text);
      },
      selector_expression(node) {
        judgeSelected(node, node.operand, node.field.text);
      },
    };
  },
});

/** Returns true for the name in the declaration of a type. */
function isDeclared({ parent, range }: GoNode): boolean {
  return (
    (parent?.kind === "type_spec" || parent?.kind === "type_alias") &&
    parent.name.range[0] === range[0]
  );
}
