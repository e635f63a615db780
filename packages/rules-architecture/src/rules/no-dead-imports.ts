import {
  defineLegacyRule,
  projectIndexOf,
  type IndexedPackage,
  type ProjectIndex,
  STRING_LIST,
} from "@gopherwood/core";
import { importPathOf, matchesImportPath } from "../import-paths.ts";
import { moduleOf, pathInModule, type Module } from "../module.ts";

export interface Options {
  /** Globs of the import paths of packages that a build makes. */
  readonly generated: readonly string[];
}

/** What Go files are made of. */
const GENERATOR_INPUT =
  /\.(?:avsc|capnp|fbs|g4|graphqls?|in|json|peg|proto|qtpl|rl|sql|templ|thrift|tmpl|tpl|ya?ml|y)$/u;

/** Source: "Fix any remaining imports to old locations" in the assessment. */
export default defineLegacyRule<[Options], "dead" | "testsOnly" | "moved">({
  name: "architecture/no-dead-imports",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow imports of the module's own packages that are not there.",
      category: "Architecture Rules",
      action: "cleanup",
      recommended: true,
    },
    messages: {
      dead: "No directory of the module has the package '{{path}}': import it from where it is now, or remove what needs it.",
      testsOnly:
        "The package '{{path}}' has tests alone, which cannot be imported: import another package, or remove what needs it.",
      moved: "Import '{{instead}}', the package of that name.",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          generated: {
            description: "Globs of the import paths of packages that a build makes.",
            ...STRING_LIST,
          },
        },
      },
    ],
    defaultOptions: [{ generated: [] }],
    prefilter: ["import"],
  },
  create(context) {
    const [{ generated }] = context.options;
    const { sourceCode } = context;
    const module = moduleOf(sourceCode);

    return {
      import_spec(node) {
        const path = importPathOf(node);
        if (module === null || pathInModule(path, module) === null) return;
        const index = projectIndexOf(sourceCode);
        const importer = index.fileAt(sourceCode.path)?.package;
        if (!importer) {
          const reason = "the file is not a part of the module's tree";
          context.attest({ node: node.path, verdict: "undecided", reason });
          return;
        }
        const directory = index.directoryOf(path, importer);
        if (directory !== null && !hasOnlyTests(index.packagesIn(directory))) {
          context.attest({ node: node.path, verdict: "compliant" });
          return;
        }
        const glob = generated.find((one) => matchesImportPath(path, one));
        if (glob !== undefined) {
          const reason = `made by a build: ${glob}`;
          context.attest({ node: node.path, verdict: "exempt", reason });
          return;
        }
        const unknown = whyUnknown(path, module, sourceCode.files);
        if (directory === null && unknown !== null) {
          context.attest({ node: node.path, verdict: "undecided", reason: unknown });
          return;
        }
        const instead = movedTo(path, index);
        context.report({
          node: node.path,
          messageId: directory === null ? "dead" : "testsOnly",
          data: { path },
          noFixReason:
            instead === null ? "no single package of the tree has that name" : undefined,
          suggest:
            instead === null
              ? []
              : [
                  {
                    messageId: "moved",
                    data: { instead },
                    fix: (fixer) => fixer.replaceText(node.path, JSON.stringify(instead)),
                  },
                ],
        });
      },
    };
  },
});

function hasOnlyTests(packages: readonly IndexedPackage[]): boolean {
  return (
    packages.length > 0 && packages.every(({ files }) => files.every((file) => file.isTest))
  );
}

interface Files {
  listFiles(directory: string): readonly string[];
}

/** Why a package may be there, though no Go file of it is. */
function whyUnknown(path: string, module: Module, files: Files): string | null {
  const required = requiredModules(module).find(
    (one) => path === one || path.startsWith(`${one}/`),
  );
  if (required !== undefined)
    return `it belongs to the module ${required}, which is not at hand`;
  const directory = module.directory + (pathInModule(path, module) ?? "").replace(/^\.?/u, "/");
  const other = files.listFiles(directory).find((name) => GENERATOR_INPUT.test(name));
  return other === undefined
    ? null
    : `a build may make its Go files: its directory has ${other} and no Go file`;
}

/** The modules below a module's own path that its go.mod names. */
function requiredModules({ path, goMod }: Module): string[] {
  const words = goMod.replace(/\/\/.*$/gmu, "").split(/[\s()"]+/u);
  return words.filter((word) => word.startsWith(`${path}/`));
}

/** The one other package of the tree that has the same name and last element, or null. */
function movedTo(path: string, index: ProjectIndex): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = index
    .packages()
    .filter((one) => one.name === name && one.importPath?.endsWith(`/${name}`))
    .filter((one) => one.importPath !== path && !hasOnlyTests([one]));
  const [first, second] = new Set(found.map(({ importPath }) => importPath));
  return second === undefined ? (first ?? null) : null;
}
