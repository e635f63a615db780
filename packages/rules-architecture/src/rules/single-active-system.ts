import {
  defineRule,
  projectIndexOf,
  readSettings,
  systemOf,
  type GoNode,
  type IndexedPackage,
  type ProjectIndex,
  type System,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { importPathOf } from "../import-paths.ts";
import { activeSystems, type ActiveSystem } from "../systems.ts";

/** Source: issue 5; the systems of the failover systems assessment. */
export default defineRule<[Exemptions], "referenced" | "replaced" | "several">({
  name: "architecture/single-active-system",
  meta: {
    type: "problem",
    docs: {
      description:
        "Require one active system in each group of systems, and that nothing imports the others.",
      category: "Architecture Rules",
      action: "cleanup",
      recommended: false,
    },
    messages: {
      referenced:
        "The package '{{path}}' belongs to the {{system}}, which is {{status}}: remove what needs it.",
      replaced:
        "The package '{{path}}' belongs to the {{system}}, which is {{status}}: use the {{active}} instead.",
      several:
        "The {{system}} is active and so is the {{other}}, which does the same ({{group}}): say in the settings which of them is deprecated.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: EXEMPTION_PROPERTIES,
      },
    ],
    defaultOptions: [{ exemptPaths: [], tests: true }],
    prefilter: ["import", "package"],
  },
  create(context) {
    const { sourceCode, settings } = context;
    const { systems } = readSettings(settings);
    if (systems.length === 0) return {};
    const own = systemOf(systems, sourceCode.path);
    const exemption =
      own !== null && own.status !== "active"
        ? `the ${own.name}, which imports it, is ${own.status} itself`
        : exemptionOf(context.filename, context.options[0]);
    const active = (index: ProjectIndex) => activeSystems(index, systems);

    /** The active system that took the place of another, if there is one. */
    const replacementOf = ({ group }: System, index: ProjectIndex) =>
      group === undefined
        ? undefined
        : active(index).find(({ system }) => system.group === group);

    const judgeImport = (node: GoNode, path: string, used: System): void => {
      if (used.status === "active") {
        context.attest({ node, verdict: "compliant" });
      } else if (exemption !== null) {
        context.attest({ node, verdict: "exempt", reason: exemption });
      } else {
        const replacement = replacementOf(used, projectIndexOf(sourceCode))?.system.name;
        const data = {
          path,
          system: used.name,
          status: statusOf(used),
          active: replacement ?? "",
        };
        const messageId = replacement === undefined ? "referenced" : "replaced";
        context.report({
          node,
          messageId,
          data,
          unfixable: "what takes the place of the import is for the team to say",
        });
      }
    };

    return {
      package_clause(node) {
        if (own?.status !== "active" || own.group === undefined) return;
        const ofGroup = active(projectIndexOf(sourceCode)).filter(
          ({ system }) => system.group === own.group,
        );
        const ours = ofGroup.find(({ system }) => system === own);
        // Said once of a system: where its first file begins.
        if (ours?.firstFile !== sourceCode.path) return;
        const [first] = ofGroup as [ActiveSystem];
        if (first === ours) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        const data = { system: own.name, other: first.system.name, group: own.group };
        context.report({
          node,
          messageId: "several",
          data,
          unfixable: "which system stays is for the team to say",
        });
      },
      import_spec(node) {
        const index = projectIndexOf(sourceCode);
        const importer = index.fileAt(sourceCode.path)?.package;
        const path = importPathOf(node);
        const imported = importer && index.packageFor(path, importer);
        const used = imported && systemOfPackage(imported, systems);
        if (used && used !== own) judgeImport(node.path, path, used);
      },
    };
  },
});

/** The system that all files of a package belong to, apart from its tests, or null. */
function systemOfPackage({ files }: IndexedPackage, systems: readonly System[]): System | null {
  const found = files
    .filter(({ isTest }) => !isTest)
    .map(({ path }) => systemOf(systems, path));
  const [first = null] = found;
  return found.every((system) => system === first) ? first : null;
}

function statusOf({ status, since, note }: System): string {
  return `${status}${since === undefined ? "" : ` since ${since}`}${note === undefined ? "" : ` (${note})`}`;
}
