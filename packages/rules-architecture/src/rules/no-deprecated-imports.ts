import {
  defineRule,
  importPathOf,
  importSuggestions,
  longestLiteral,
  matchesImportPath,
  paths,
  testFiles,
} from "@gopherwood/core";
import { directoryOf, importPathIn, moduleOf } from "../module.ts";

/** Source: "Fix any remaining imports to old locations" in the assessment. */
export default defineRule({
  name: "architecture/no-deprecated-imports",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow imports of packages that the team has retired.",
      task: "Replace imports of retired packages",
      category: "Architecture Rules",
      action: "cleanup",
    },
    messages: {
      retired: "Do not import '{{path}}', which is retired{{reason}}.",
      replaced: "Import '{{instead}}' instead of '{{path}}', which is retired{{reason}}.",
      replace: "Import '{{instead}}'.",
    },
    hasSuggestions: true,
    options: {
      packages: {
        description: "The retired packages.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["path"],
          properties: {
            path: {
              description: "A glob of import paths; 'a/**' means 'a' as well.",
              type: "string",
              minLength: 1,
            },
            reason: {
              description: "Why, or since when, as a part of a sentence.",
              type: "string",
            },
            instead: {
              description: "The import path of the package that took its place.",
              type: "string",
            },
          },
        },
        default: [],
      },
    },
    exemptions: { tests: testFiles(true), exemptPaths: paths() },
    prefilter: ({ packages }) =>
      packages.flatMap(({ path, instead }) => [
        longestLiteral(path),
        ...(instead === undefined ? [] : [instead]),
      ]),
  },
  create(context, { packages }) {
    const module = moduleOf(context.sourceCode);
    const own = module && importPathIn(module, directoryOf(context.sourceCode.path));
    const retirementOf = (path: string) =>
      packages.find((retired) => matchesImportPath(path, retired.path));
    const suggest = importSuggestions(context);
    const isRetired = own !== null && retirementOf(own) !== undefined;

    return {
      import_spec(spec) {
        const { path: node } = spec;
        const path = importPathOf(spec);
        const retired = retirementOf(path);
        if (!retired) {
          const isSuccessor = packages.some(({ instead }) => instead === path);
          if (isSuccessor) context.attest({ node, verdict: "compliant" });
          return;
        }
        if (isRetired) {
          const reason = "the importing package is retired itself";
          context.attest({ node, verdict: "exempt", reason });
          return;
        }
        const { instead } = retired;
        const reason = retired.reason === undefined ? "" : ` (${retired.reason})`;
        if (instead === undefined) {
          context.report({
            node,
            messageId: "retired",
            data: { path, reason },
            noFixReason: "no package takes its place",
          });
          return;
        }
        context.report({
          node,
          messageId: "replaced",
          data: { path, instead, reason },
          ...suggest(spec, instead, "replace"),
        });
      },
    };
  },
});
