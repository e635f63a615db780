import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  type ExemptFiles,
} from "@gopherwood/core";
import { importPathOf, matchesImportPath, wordOf } from "../import-paths.ts";
import { directoryOf, importPathIn, moduleOf } from "../module.ts";

/** Packages that the team has retired. */
interface Retired {
  /** A glob of import paths. */
  readonly path: string;
  /** Why, or since when, as a part of a sentence. */
  readonly reason?: string;
  /** The import path of the package that took its place. */
  readonly instead?: string;
}

export interface Options extends ExemptFiles {
  readonly packages: readonly Retired[];
}

/** Source: "Fix any remaining imports to old locations" in the assessment. */
export default defineLegacyRule<[Options], "retired" | "replaced" | "replace">({
  name: "architecture/no-deprecated-imports",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow imports of packages that the team has retired.",
      category: "Architecture Rules",
      action: "cleanup",
      recommended: false,
    },
    messages: {
      retired: "Do not import '{{path}}', which is retired{{reason}}.",
      replaced: "Import '{{instead}}' instead of '{{path}}', which is retired{{reason}}.",
      replace: "Import '{{instead}}'.",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
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
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [{ packages: [], exemptPaths: [], tests: true }],
    prefilter: ([{ packages }]) =>
      packages.flatMap(({ path, instead }) => [
        wordOf(path),
        ...(instead === undefined ? [] : [instead]),
      ]),
  },
  create(context) {
    const [{ packages, ...exemptions }] = context.options;
    const module = moduleOf(context.sourceCode);
    const own = module && importPathIn(module, directoryOf(context.sourceCode.path));
    const retiredBy = (path: string) =>
      packages.find((retired) => matchesImportPath(path, retired.path));
    const isRetiredItself = own !== null && retiredBy(own) !== undefined;
    const reasonToPass = isRetiredItself
      ? "the importing package is retired itself"
      : fileExemption(context.filename, exemptions);

    return {
      import_spec(node) {
        const path = importPathOf(node);
        const retired = retiredBy(path);
        if (!retired) {
          const replaces = packages.some(({ instead }) => instead === path);
          if (replaces) context.attest({ node: node.path, verdict: "compliant" });
          return;
        }
        if (reasonToPass !== null) {
          context.attest({ node: node.path, verdict: "exempt", reason: reasonToPass });
          return;
        }
        const { instead } = retired;
        const reason = retired.reason === undefined ? "" : ` (${retired.reason})`;
        if (instead === undefined) {
          const data = { path, reason };
          context.report({
            node: node.path,
            messageId: "retired",
            data,
            noFixReason: "no package takes its place",
          });
          return;
        }
        context.report({
          node: node.path,
          messageId: "replaced",
          data: { path, instead, reason },
          suggest: [
            {
              messageId: "replace",
              data: { instead },
              fix: (fixer) => fixer.replaceText(node.path, JSON.stringify(instead)),
            },
          ],
        });
      },
    };
  },
});
