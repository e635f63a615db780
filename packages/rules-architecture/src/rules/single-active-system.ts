import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  projectIndexOf,
  readSettings,
  systemOf,
  type ExemptFiles,
  type GoNode,
  type IndexedPackage,
  type ProjectIndex,
  type System,
} from "@gopherwood/core";
import { importPathOf } from "../import-paths.ts";
import { referencesInPackage } from "../same-package.ts";
import { activeSystems, type ActiveSystem } from "../systems.ts";

/** Source: the systems of the failover systems assessment. */
export default defineLegacyRule<[ExemptFiles], "referenced" | "several">({
  name: "architecture/single-active-system",
  meta: {
    type: "problem",
    docs: {
      description:
        "Require one active system in each group of systems, and that nothing uses the others.",
      category: "Architecture Rules",
      action: "cleanup",
      recommended: false,
    },
    messages: {
      referenced: "Do not use '{{name}}' of the {{system}}, which is {{status}}: {{instead}}.",
      several:
        "The {{system}} is active and so is the {{other}}, which does the same ({{group}}): say in the settings which of them is deprecated.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: EXEMPT_FILES,
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
        ? `the ${own.name}, which uses it, is ${own.status} itself`
        : fileExemption(context.filename, context.options[0]);
    const active = (index: ProjectIndex) => activeSystems(index, systems);

    /** The active system that took the place of another, if there is one. */
    const replacementOf = ({ group }: System, index: ProjectIndex) =>
      group === undefined
        ? undefined
        : active(index).find(({ system }) => system.group === group);

    const judge = (node: GoNode, name: string, used: System): void => {
      if (used.status === "active") {
        context.attest({ node, verdict: "compliant" });
      } else if (exemption !== null) {
        context.attest({ node, verdict: "exempt", reason: exemption });
      } else {
        const replacement = replacementOf(used, projectIndexOf(sourceCode));
        const instead = replacement
          ? `use the ${replacement.system.name}`
          : "remove what needs it";
        context.report({
          node,
          messageId: "referenced",
          data: { name, system: used.name, status: statusOf(used), instead },
          noFixReason: "what takes its place is for the team to say",
        });
      }
    };

    const judgeGroup = (node: GoNode, index: ProjectIndex): void => {
      if (own?.status !== "active" || own.group === undefined) return;
      const ofGroup = active(index).filter(({ system }) => system.group === own.group);
      const ours = ofGroup.find(({ system }) => system === own);
      // Said once of a system: where its first file begins.
      if (ours?.firstFile !== sourceCode.path) return;
      const [first] = ofGroup as [ActiveSystem];
      if (first === ours) {
        context.attest({ node, verdict: "compliant" });
        return;
      }
      context.report({
        node,
        messageId: "several",
        data: { system: own.name, other: first.system.name, group: own.group },
        noFixReason: "which system stays is for the team to say",
      });
    };

    return {
      package_clause(node) {
        const index = projectIndexOf(sourceCode);
        judgeGroup(node, index);
        const file = index.fileAt(sourceCode.path);
        const references = file ? referencesInPackage(file, systems, sourceCode) : [];
        for (const { node: name, system } of references) judge(name, name.text, system);
      },
      import_spec(node) {
        const index = projectIndexOf(sourceCode);
        const importer = index.fileAt(sourceCode.path)?.package;
        const path = importPathOf(node);
        const imported = importer && index.packageFor(path, importer);
        const used = imported ? systemsOfPackage(imported, systems) : [];
        const deprecated = used.find((system) => system?.status === "deprecated");
        if (deprecated && used.length > 1) {
          const reason = `only some files of the package are of the ${deprecated.name}`;
          context.attest({ node: node.path, verdict: "undecided", reason });
          return;
        }
        const [system = null] = used.filter((one) => one !== null);
        if (system && system !== own) judge(node.path, path, system);
      },
    };
  },
});

/** The systems that the files of a package belong to, apart from its tests; null for none. */
function systemsOfPackage(
  { files }: IndexedPackage,
  systems: readonly System[],
): (System | null)[] {
  const found = files
    .filter(({ isTest }) => !isTest)
    .map(({ path }) => systemOf(systems, path));
  return [...new Set(found)];
}

function statusOf({ status, since, note }: System): string {
  return `${status}${since === undefined ? "" : ` since ${since}`}${note === undefined ? "" : ` (${note})`}`;
}
