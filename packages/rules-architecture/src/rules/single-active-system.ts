import {
  defineRule,
  importPathOf,
  paths,
  projectIndexOf,
  readSettings,
  systemOf,
  testFiles,
  type GoNode,
  type IndexedPackage,
  type ProjectIndex,
  type System,
} from "@gopherwood/core";
import { activeSystems, type ActiveSystem } from "../systems/active-systems.ts";
import { referencesInPackage } from "../systems/package-references.ts";

/** Source: the systems of the failover systems assessment. */
export default defineRule({
  name: "architecture/single-active-system",
  meta: {
    type: "problem",
    docs: {
      description:
        "Require one active system in each group of systems, and that nothing uses the others.",
      task: "Leave one active system, and stop using the others",
      category: "Architecture Rules",
      action: "cleanup",
    },
    messages: {
      referenced: "Do not use '{{name}}' of the {{system}}, which is {{status}}: {{instead}}.",
      several:
        "The {{system}} and {{others}} are active and do the same ({{group}}): decide for one, and mark the rest as deprecated in the settings.",
    },
    exemptions: { tests: testFiles(true), exemptPaths: paths() },
    prefilter: ["import", "package"],
  },
  create(context) {
    const { projectPath, sourceCode, settings } = context;
    const { systems } = readSettings(settings);
    if (systems.length === 0) return {};
    const own = systemOf(systems, projectPath);

    const judge = (node: GoNode, name: string, used: System): void => {
      if (used.status === "active") {
        context.attest({ node, verdict: "compliant" });
      } else if (own !== null && own.status !== "active") {
        const reason = `the ${own.name}, which uses it, is ${own.status} itself`;
        context.attest({ node, verdict: "exempt", reason });
      } else {
        const { group } = used;
        const active = activeOfGroup(group, projectIndexOf(sourceCode), systems);
        const instead =
          active.length > 0 ? `use ${namesOf(active, "or")}` : "remove what needs it";
        context.report({
          node,
          messageId: "referenced",
          data: { name, system: used.name, status: statusOf(used), instead },
          noFixReason: "what takes its place is for the team to decide",
        });
      }
    };

    /** Judges a group once for each of its systems: where the system's first file begins. */
    const judgeGroup = (node: GoNode, index: ProjectIndex): void => {
      if (own?.status !== "active" || own.group === undefined) return;
      const active = activeOfGroup(own.group, index, systems);
      const others = active.filter(({ system }) => system !== own);
      const ours = active.find(({ system }) => system === own);
      if (ours?.firstFile !== sourceCode.path) return;
      if (others.length === 0) {
        context.attest({ node, verdict: "compliant" });
        return;
      }
      context.report({
        node,
        messageId: "several",
        data: { system: own.name, others: namesOf(others, "and"), group: own.group },
        noFixReason: "which system stays is for the team to decide",
      });
    };

    return {
      package_clause(node) {
        const index = projectIndexOf(sourceCode);
        judgeGroup(node, index);
        const file = index.fileAt(sourceCode.path);
        const references = file ? referencesInPackage(file, systems, context) : [];
        for (const { node: name, system } of references) judge(name, name.text, system);
      },
      import_spec(spec) {
        const index = projectIndexOf(sourceCode);
        const importer = index.fileAt(sourceCode.path)?.package;
        const path = importPathOf(spec);
        const imported = importer && index.packageFor(path, importer);
        const used = imported ? systemsOfPackage(imported, systems) : [];
        const deprecated = used.find((system) => system?.status === "deprecated");
        if (deprecated && used.length > 1) {
          const reason = `only some files of the package are of the ${deprecated.name}`;
          context.attest({ node: spec.path, verdict: "undecided", reason });
          return;
        }
        const [system = null] = used.filter((one) => one !== null);
        if (system && system !== own) judge(spec.path, path, system);
      },
    };
  },
});

/** Returns the active systems of a group that have files, by name. */
function activeOfGroup(
  group: string | undefined,
  index: ProjectIndex,
  systems: readonly System[],
) {
  return group === undefined
    ? []
    : activeSystems(index, systems).filter(({ system }) => system.group === group);
}

/** Returns the names of systems as text: `the A or the B`. */
function namesOf(systems: readonly ActiveSystem[], word: "and" | "or"): string {
  return systems.map(({ system }) => `the ${system.name}`).join(` ${word} `);
}

/** Returns the systems that the files of a package belong to, tests aside; null for none. */
function systemsOfPackage(
  { files }: IndexedPackage,
  systems: readonly System[],
): (System | null)[] {
  const found = files
    .filter(({ isTest }) => !isTest)
    .map(({ projectPath }) => systemOf(systems, projectPath));
  return [...new Set(found)];
}

function statusOf({ status, since, note }: System): string {
  return `${status}${since === undefined ? "" : ` since ${since}`}${note === undefined ? "" : ` (${note})`}`;
}
