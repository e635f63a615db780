import {
  defineRule,
  importsIn,
  importSuggestions,
  matchesImportPath,
  projectIndexOf,
  STRINGS,
  type WrittenImport,
} from "@gopherwood/core";
import { generatedReason, hasOnlyTests, movedTo } from "../imports/missing-packages.ts";
import { directoryOf, moduleOf, moduleOfPackage, pathInModule } from "../module.ts";

/** Source: "Fix any remaining imports to old locations" in the assessment. */
export default defineRule({
  name: "architecture/no-dead-imports",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow imports of the repository's own packages that do not exist.",
      task: "Replace imports of packages that do not exist",
      category: "Architecture Rules",
      action: "cleanup",
    },
    messages: {
      dead: "No directory of its module has the package '{{path}}': import it from where it is now, or remove what needs it.",
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
    lazy: true,
  },
  create(context, { generated }) {
    const { sourceCode } = context;
    const suggest = importSuggestions(context);
    const imports = importsIn(sourceCode.text);
    if (imports.length === 0) return {};
    const index = projectIndexOf(sourceCode, "imports");
    const importer = index.fileAt(sourceCode.path)?.package;
    const own = importer ? moduleOfPackage(importer) : moduleOf(sourceCode);

    const judge = ({ path, range }: WrittenImport): void => {
      const module = index.moduleFor(path, directoryOf(sourceCode.path));
      const isOwn = () => pathInModule(path, own) !== null;
      if (module === null || (module.directory === null && !isOwn())) return;
      const loc = {
        start: sourceCode.getLocFromIndex(range[0]),
        end: sourceCode.getLocFromIndex(range[1]),
      };
      if (!importer) {
        const reason = "the file is not a part of the module's tree";
        context.attest({ loc, verdict: "undecided", reason });
        return;
      }
      const directory = index.directoryOf(path, importer);
      if (directory !== null && !hasOnlyTests(index.packagesIn(directory))) {
        context.attest({ loc, verdict: "compliant" });
        return;
      }
      const glob = generated.find((one) => matchesImportPath(path, one));
      if (glob !== undefined) {
        context.attest({ loc, verdict: "exempt", reason: `made by a build: ${glob}` });
        return;
      }
      const tree = projectIndexOf(sourceCode);
      const reason =
        module.directory === null
          ? `it belongs to the module ${module.path}, which is not at hand`
          : generatedReason(
              module.directory + path.slice(module.path.length),
              tree,
              sourceCode.files,
            );
      if (reason !== null) {
        context.attest({ loc, verdict: "undecided", reason });
        return;
      }
      const successor = movedTo(path, importer, tree);
      const spec = sourceCode.tree.nodeAt(range[0]).parent;
      context.report({
        loc,
        messageId: directory === null ? "dead" : "testsOnly",
        data: { path },
        ...(successor !== null && spec?.kind === "import_spec"
          ? suggest(spec, successor, "moved")
          : { noFixReason: "no single package of the tree has that name" }),
      });
    };

    // Nearly every file has imports, and few of them are dead: nothing is parsed before.
    for (const one of imports) judge(one);
    return {};
  },
});
