import {
  defineRule,
  importPathOf,
  importSuggestions,
  longestLiteral,
  matchesImportPath,
} from "@gopherwood/core";
import { judge, restrictionsOf } from "../options/restriction.ts";
import { MESSAGE, messageText, SCOPE } from "../options/scope.ts";

const { files, exempt } = SCOPE;

export default defineRule({
  name: "go/restricted-imports",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow imports of packages that the team does not want.",
      task: "Replace the restricted imports",
      category: "Team Rules",
    },
    messages: {
      import: "Do not import '{{path}}': {{message}}.",
      replace: "Import '{{instead}}'.",
    },
    options: {
      restrictions: {
        description: "The restrictions; of several that match an import, the first counts.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["imports", "message"],
          properties: {
            imports: {
              description: "Globs of import paths; 'a/**' means 'a' as well.",
              type: "array",
              items: { type: "string", minLength: 1 },
              minItems: 1,
              uniqueItems: true,
            },
            except: {
              description: "Globs of import paths that are allowed all the same.",
              type: "array",
              items: { type: "string", minLength: 1 },
              uniqueItems: true,
            },
            message: MESSAGE,
            replacement: {
              description:
                "The import path of the package to import instead, which reports count.",
              type: "string",
              minLength: 1,
            },
            files,
            exempt,
          },
        },
        default: [],
      },
    },
    prefilter: ({ restrictions }) =>
      restrictions.flatMap(({ imports, replacement }) => [
        ...imports.map(longestLiteral),
        ...(replacement === undefined ? [] : [replacement]),
      ]),
  },
  create(context, options) {
    const restrictions = restrictionsOf(options.restrictions, context);
    const suggest = importSuggestions(context);

    return {
      import_spec(spec) {
        const { path: node } = spec;
        const path = importPathOf(spec);
        const matches = (globs: readonly string[]) =>
          globs.find((glob) => matchesImportPath(path, glob)) ?? null;
        const outcome = judge(
          node,
          restrictions,
          ({ imports, except = [], replacement }) => {
            if (path === replacement) return { approach: path, isWanted: true };
            const approach = matches(except) === null ? matches(imports) : null;
            return approach === null ? null : { approach, isWanted: false };
          },
          context,
        );
        if (outcome.kind !== "broken") return;
        const { approach, restriction } = outcome;
        const { message, replacement } = restriction;
        context.report({
          node,
          messageId: "import",
          approach,
          data: { path, message: messageText(message) },
          ...(replacement === undefined
            ? { noFixReason: "the config names no replacement" }
            : suggest(spec, replacement, "replace")),
        });
      },
    };
  },
});
