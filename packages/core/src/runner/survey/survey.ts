import { ProjectIndex } from "../../semantics/project-index/project-index.ts";
import { projectPathOf } from "../../semantics/modules/project-path.ts";
import { disk } from "../../source/disk.node.ts";
import { matchesGlob } from "../../source/matches-glob.ts";
import type { Report } from "../report.ts";
import { findFiles } from "../walk.ts";
import { readDocuments, type Document } from "./documents.ts";
import { importsOf, lineOf } from "./imports.ts";
import { MentionFinder } from "./mentions.ts";
import type { Reference, ReportedDocument, SharedPackage, Survey } from "./types.ts";

const LONGEST_TEXT = 160;

/**
 * Reads the documents and imports around the files of a report.
 *
 * @param root The report's, absolute, with `/`.
 * @param output A document to leave out, absolute: the one that is being written.
 */
export async function survey(
  report: Pick<Report, "files" | "rules" | "sites" | "systems">,
  root: string,
  output?: string,
): Promise<Survey> {
  const { systems } = report;
  const retired = retiredFiles(report);
  const isWanted = retired.size > 0 || systems.some((system) => system.documentation);
  const documents = isWanted ? await readDocuments(root, output) : [];
  const index = new ProjectIndex(root, disk);
  return {
    documentation: documentation(documents, systems, root),
    references: retired.size === 0 ? [] : await references(documents, retired, index),
    shared: systems.length < 2 ? [] : sharedPackages(systems, index),
  };
}

async function references(
  documents: readonly Document[],
  retired: ReadonlySet<string>,
  index: ProjectIndex,
): Promise<Reference[]> {
  const { root } = index;
  // Files that were not linted have their names as well.
  const others = (await findFiles(root, /\.go$/u))
    .map((path) => relative(path, root))
    .filter((path) => !retired.has(path));
  const finder = new MentionFinder([...retired], others);
  return [
    ...importReferences(finder, index),
    ...documents.flatMap((document) => mentions(document, finder)),
  ];
}

/** Returns the retired files: those of deprecated systems, and copies of other files. */
function retiredFiles({
  rules,
  sites,
  systems,
}: Pick<Report, "rules" | "sites" | "systems">): ReadonlySet<string> {
  const deprecated = systems.filter(({ status }) => status === "deprecated");
  const copies = sites.filter(
    ({ verdict, related, ruleId }) =>
      verdict === "violation" && related && rules[ruleId]?.action === "cleanup",
  );
  return new Set([
    ...deprecated.flatMap(({ files }) => files),
    ...copies.map(({ file }) => file),
  ]);
}

function documentation(
  documents: readonly Document[],
  systems: Report["systems"],
  root: string,
): ReportedDocument[] {
  return documents.flatMap(({ path, lines }) => {
    const names = systems
      .filter(({ documentation: globs = [] }) =>
        globs.some((glob) => matchesGlob(projectPathOf(`${root}/${path}`, disk), glob)),
      )
      .map(({ name }) => name);
    return names.length > 0 ? [{ path, lines: lines.length, systems: names }] : [];
  });
}

function importReferences(finder: MentionFinder, index: ProjectIndex): Reference[] {
  const { root } = index;
  return index
    .packages()
    .filter(({ directory }) => finder.has(relative(directory, root)))
    .flatMap((retired) => importsOf(retired, index))
    .filter(({ importer }) => !finder.has(relative(importer, root)))
    .map(({ importer, path, directory }) => ({
      file: relative(importer, root),
      ...lineOf(importer, path),
      kind: "import" as const,
      target: relative(directory, root),
    }));
}

/** Returns the packages of no system that several systems import, the most shared first. */
function sharedPackages(systems: Report["systems"], index: ProjectIndex): SharedPackage[] {
  const { root } = index;
  const systemOf = new Map(
    systems.flatMap(({ name, files }) => files.map((file) => [file, name] as const)),
  );
  const isOwn = (file: { readonly path: string }) => systemOf.has(relative(file.path, root));
  const shared = new Map<string, Set<string>>();
  for (const imported of index.packages()) {
    if (imported.files.some(isOwn)) continue;
    const path = relative(imported.directory, root);
    const importers = shared.get(path) ?? new Set();
    for (const file of index.filesImporting(imported)) {
      const name = systemOf.get(relative(file.path, root));
      if (name !== undefined && !file.isTest) importers.add(name);
    }
    shared.set(path, importers);
  }
  return [...shared]
    .filter(([, importers]) => importers.size > 1)
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([path, importers]) => ({
      path,
      systems: systems.map(({ name }) => name).filter((name) => importers.has(name)),
    }));
}

function mentions({ path, lines }: Document, finder: MentionFinder): Reference[] {
  const directories = path.split("/").map((_, index, parts) => parts.slice(0, index).join("/"));
  if (directories.some((directory) => finder.has(directory))) return [];
  return lines.flatMap((line, index) =>
    finder.in(line).map((target) => ({
      file: path,
      line: index + 1,
      kind: "mention" as const,
      target,
      text: line.trim().slice(0, LONGEST_TEXT),
    })),
  );
}

function relative(path: string, root: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
