import {
  defineRule,
  importPathOf,
  matchesImportPath,
  projectIndexOf,
  STRINGS,
} from "@gopherwood/core";
import { hasOnlyTests, movedTo, mayExistReason } from "../imports/missing-packages.ts";
import { moduleOf, pathInModule } from "../module.ts";

/** Source: "Fix any remaining imports to old locations" in the assessment. */
export default defineRule({
  name: "architecture/no-dead-imports",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow imports of the module's own packages that are not there.",
      category: "Architecture Rules",
      action: "cleanup",
    },
    messages: {
      dead: "No directory of the module has the package '{{path}}': import it from where it is now, or remove what needs it.",
      testsOnly:
        "The package '{{path}}' has only tests, which cannot be imported: import another package, or remove what needs it.",
      moved: "Import '{{instead}}', the package of that name.",
    },
    hasSuggestions: true,
    options: {
      generated: {
        description: "Globs of the import paths of packages that a build makes.",
        ...STRINGS,
        default: [],
      },
    },
    prefilter: ["import"],
  },
  create(context, { generated }) {
    const { sourceCode } = context;
    const module = moduleOf(sourceCode);

    return {
      import_spec(spec) {
        const { path: node } = spec;
        const path = importPathOf(spec);
        if (module === null || pathInModule(path, module) === null) return;
        const index = projectIndexOf(sourceCode);
        const importer = index.fileAt(sourceCode.path)?.package;
        if (!importer) {
          const reason = "the file is not a part of the module's tree";
          context.attest({ node, verdict: "undecided", reason });
          return;
        }
        const directory = index.directoryOf(path, importer);
        if (directory !== null && !hasOnlyTests(index.packagesIn(directory))) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        const glob = generated.find((one) => matchesImportPath(path, one));
        if (glob !== undefined) {
          context.attest({ node, verdict: "exempt", reason: `made by a build: ${glob}` });
          return;
        }
        const reason =
          directory === null ? mayExistReason(path, module, sourceCode.files) : null;
        if (reason !== null) {
          context.attest({ node, verdict: "undecided", reason });
          return;
        }
        const instead = movedTo(path, index);
        context.report({
          node,
          messageId: directory === null ? "dead" : "testsOnly",
          data: { path },
          ...(instead === null
            ? { noFixReason: "no single package of the tree has that name" }
            : {
                suggest: [
                  {
                    messageId: "moved",
                    data: { instead },
                    fix: (fixer) => fixer.replaceText(node, JSON.stringify(instead)),
                  },
                ],
              }),
        });
      },
    };
  },
});
