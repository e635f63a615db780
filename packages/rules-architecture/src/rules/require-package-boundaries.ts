import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  STRING_LIST,
  type ExemptFiles,
} from "@gopherwood/core";
import { importPathOf, matchesImportPath, wordOf } from "../import-paths.ts";
import { directoryOf, importPathIn, moduleOf, pathInModule } from "../module.ts";

/** Packages that are spoken of together. */
interface Group {
  readonly name: string;
  /** Globs of import paths, or of paths inside the module. */
  readonly packages: readonly string[];
}

/** What the packages of a group may import of other groups. */
interface Boundary {
  /** The group that imports. */
  readonly from: string;
  /** The groups it may import; all others are denied. */
  readonly allow?: readonly string[];
  /** The groups it must not import. */
  readonly deny?: readonly string[];
  /** A sentence. */
  readonly reason?: string;
}

export interface Options extends ExemptFiles {
  readonly groups: readonly Group[];
  readonly boundaries: readonly Boundary[];
}

export default defineLegacyRule<[Options], "crossed">({
  name: "architecture/require-package-boundaries",
  meta: {
    type: "problem",
    docs: {
      description: "Require imports between groups of packages to be allowed ones.",
      category: "Architecture Rules",
      recommended: false,
    },
    messages: {
      crossed:
        "Do not import '{{path}}' here: it belongs to {{to}}, and {{from}} may import {{allowed}}{{reason}}.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          groups: {
            description: "Groups of packages; a package belongs to the first that has it.",
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["name", "packages"],
              properties: {
                name: { description: "What messages call the group.", type: "string" },
                packages: {
                  description:
                    "Globs of import paths, or of paths inside the module; 'a/**' means 'a' as well.",
                  ...STRING_LIST,
                },
              },
            },
          },
          boundaries: {
            description: "What a group may import; a group without boundary may import all.",
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["from"],
              properties: {
                from: { description: "The group that imports.", type: "string" },
                allow: {
                  description: "The groups it may import; all others are denied.",
                  ...STRING_LIST,
                },
                deny: { description: "The groups it must not import.", ...STRING_LIST },
                reason: { description: "Why, as a sentence.", type: "string" },
              },
            },
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [{ groups: [], boundaries: [], exemptPaths: [], tests: false }],
    prefilter: ([{ groups, boundaries }]) =>
      boundaries.length === 0 ? [] : groups.flatMap(({ packages }) => packages.map(wordOf)),
  },
  create(context) {
    const [{ groups, boundaries, ...exemptions }] = context.options;
    checkNames(groups, boundaries);
    const module = moduleOf(context.sourceCode);
    const groupOf = (path: string) =>
      groups.find(({ packages }) =>
        packages.some(
          (glob) =>
            matchesImportPath(path, glob) ||
            matchesImportPath(pathInModule(path, module) ?? "", glob),
        ),
      )?.name;
    const own = module && groupOf(importPathIn(module, directoryOf(context.sourceCode.path)));
    const ours = boundaries.filter(({ from }) => from === own);
    const exemption = fileExemption(context.filename, exemptions);

    return {
      import_spec(node) {
        const path = importPathOf(node);
        const to = groupOf(path);
        if (to === undefined || to === own) return;
        if (!module) {
          const reason = "the file belongs to no module, and so to no group";
          context.attest({ node: node.path, verdict: "undecided", reason });
          return;
        }
        const crossed = ours.find((boundary) => isCrossed(boundary, to));
        if (ours.length === 0) return;
        if (!crossed) {
          context.attest({ node: node.path, verdict: "compliant" });
        } else if (exemption !== null) {
          context.attest({ node: node.path, verdict: "exempt", reason: exemption });
        } else {
          const { from, reason } = crossed;
          const data = {
            from,
            to,
            path,
            reason: inBrackets(reason),
            allowed: allowedBy(crossed),
          };
          context.report({
            node: node.path,
            messageId: "crossed",
            data,
            noFixReason: "how to turn the dependency around is for the team to say",
          });
        }
      },
    };
  },
});

/** @throws {Error} If a boundary names a group that there is not: it would allow everything. */
function checkNames(groups: readonly Group[], boundaries: readonly Boundary[]): void {
  const names = new Set(groups.map(({ name }) => name));
  for (const { from, allow = [], deny = [] } of boundaries) {
    const missing = [from, ...allow, ...deny].find((name) => !names.has(name));
    if (missing !== undefined) {
      throw new Error(
        `'boundaries' names the group '${missing}', which 'groups' does not have.`,
      );
    }
  }
}

function isCrossed({ allow, deny = [] }: Boundary, to: string): boolean {
  return deny.includes(to) || (allow !== undefined && !allow.includes(to));
}

function inBrackets(reason: string | undefined): string {
  return reason === undefined ? "" : ` (${reason.replace(/[.\s]*$/u, "")})`;
}

/** What a boundary lets a group import, as the end of "it may import". */
function allowedBy({ allow, deny = [] }: Boundary): string {
  if (allow === undefined) return `all groups but ${deny.join(", ")}`;
  const left = allow.filter((name) => !deny.includes(name));
  return left.length === 0 ? "no other group" : `only ${left.join(", ")}`;
}
