import { edited, fileModel, type Edit } from "./file-model.ts";

/** The same program written otherwise, on the same lines. */
export interface Rewriting {
  /** The difference, as a part of a sentence. */
  readonly what: string;
  readonly apply: (text: string, filename: string) => string;
}

/** Takes four bytes in UTF-8, two units in UTF-16 and two cells in a terminal. */
const EMOJI = "/* \u{1f642} */ ";

/** The rewritings that no rule may judge otherwise. */
export const REWRITINGS: readonly Rewriting[] = [
  { what: "the imports have other names", apply: withAliases },
  { what: "an emoji stands in a comment before it", apply: withEmoji },
  { what: "its lines end with CRLF", apply: (text) => text.replaceAll(/\r?\n/gu, "\r\n") },
];

function withEmoji(text: string): string {
  return text.replace(/^package /mu, `${EMOJI}package `);
}

/** Gives every import that has no name one of its own, and renames its uses. */
function withAliases(text: string, filename: string): string {
  if (!text.includes("import")) return text;
  const { tree, semantics } = fileModel(text, filename);
  const edits: Edit[] = [];
  for (const { name, path, alias, node } of semantics.imports) {
    if (name === null || alias !== null || path === "C") continue;
    const at = node.path.range[0];
    edits.push({ range: [at, at], text: `${aliasOf(name)} ` });
  }
  for (const node of tree.nodesOfKind(["identifier", "package_identifier"])) {
    const goImport = semantics.importOf(node);
    if (!goImport || goImport.alias !== null || goImport.path === "C") continue;
    edits.push({ range: node.range, text: aliasOf(node.text) });
  }
  return edited(text, edits);
}

function aliasOf(name: string): string {
  return `${name}Renamed`;
}
