import {
  defineRule,
  importPathOf,
  longestLiteral,
  matchesImportPath,
  paths,
  testFiles,
} from "@gopherwood/core";
import {
  allowedText,
  BOUNDARY_OPTIONS,
  checkGroupNames,
  denies,
  reasonText,
} from "../imports/boundaries.ts";
import { directoryOf, importPathIn, moduleOf, pathInModule } from "../module.ts";

export default defineRule({
  name: "architecture/require-package-boundaries",
  meta: {
    type: "problem",
    docs: {
      description: "Require imports between groups of packages to be allowed ones.",
      task: "Remove imports that cross the boundaries of packages",
      category: "Architecture Rules",
    },
    messages: {
      crossed:
        "Do not import '{{path}}' here: it belongs to {{to}}, and {{from}} may import {{allowed}}{{reason}}.",
    },
    options: BOUNDARY_OPTIONS,
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    prefilter: ({ groups, boundaries }) =>
      boundaries.length === 0
        ? []
        : groups.flatMap(({ packages }) => packages.map(longestLiteral)),
  },
  create(context, options) {
    checkGroupNames(options);
    const module = moduleOf(context.sourceCode);
    const groupOf = (path: string) =>
      options.groups.find(({ packages }) =>
        packages.some(
          (glob) =>
            matchesImportPath(path, glob) ||
            matchesImportPath(pathInModule(path, module) ?? "", glob),
        ),
      )?.name;
    const own = module && groupOf(importPathIn(module, directoryOf(context.sourceCode.path)));
    const boundaries = options.boundaries.filter(({ from }) => from === own);

    return {
      import_spec(spec) {
        const { path: node } = spec;
        const path = importPathOf(spec);
        const to = groupOf(path);
        if (to === undefined || to === own) return;
        if (!module) {
          const reason = "the file belongs to no module, and so to no group";
          context.attest({ node, verdict: "undecided", reason });
          return;
        }
        if (boundaries.length === 0) return;
        const crossed = boundaries.find((boundary) => denies(boundary, to));
        if (!crossed) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        context.report({
          node,
          messageId: "crossed",
          data: {
            from: crossed.from,
            to,
            path,
            reason: reasonText(crossed),
            allowed: allowedText(crossed),
          },
          noFixReason: "how to turn the dependency around is for the team to decide",
        });
      },
    };
  },
});
