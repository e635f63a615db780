import type { ImportDeclarationNode, ImportSpecNode } from "../syntax/grammar.generated.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Edit } from "./edits.ts";
import { ImportBlock } from "./import-block.ts";
import type { WantedImport } from "./go-fix.ts";

/**
 * Returns the edits that add and remove imports, in gofmt's shape: a new one stands in the
 * group of its kind, in the order of the paths.
 *
 * @param add Imports that the file does not have.
 * @param drop Imports of the file, none of which is used.
 */
export function importEdits(
  tree: SyntaxTree,
  add: readonly WantedImport[],
  drop: readonly ImportSpecNode[],
): Edit[] {
  if (add.length === 0 && drop.length === 0) return [];
  const declarations = tree.root.namedChildren.filter(
    (node) => node.kind === "import_declaration",
  );
  const blocks = declarations.map((node) => new ImportBlock(node, tree.text));
  const crowded: Edit[] = [];
  for (const spec of drop) {
    const block = blocks.find(({ node }) => contains(node, spec));
    if (block?.isPlain) block.remove(spec);
    else crowded.push(withoutSpec(spec, tree.text));
  }
  const target = targetOf(blocks);
  for (const wanted of add) target?.add(wanted);
  const edits = [...crowded, ...blocks.flatMap((block) => block.edits())];
  if (!target && add.length > 0) edits.push(newDeclarations(tree, declarations.at(-1), add));
  return edits;
}

/**
 * Returns the declaration that new imports go into: one with parentheses, the only one, or one
 * that all imports are removed from.
 */
function targetOf(blocks: readonly ImportBlock[]): ImportBlock | undefined {
  const open = blocks.filter(({ isCgo, isPlain }) => !isCgo && isPlain);
  return (
    open.find(({ hasParentheses }) => hasParentheses) ??
    (open.length === 1 ? open[0] : open.find(({ isEmpty }) => isEmpty))
  );
}

function newDeclarations(
  tree: SyntaxTree,
  last: ImportDeclarationNode | undefined,
  add: readonly WantedImport[],
): Edit {
  const lines = add.map(({ alias, path }) => `import ${alias ? `${alias} ` : ""}"${path}"`);
  const clause = tree.root.namedChildren.find((node) => node.kind === "package_clause");
  const end = lineEnd(tree.text, (last ?? clause)?.range[1] ?? 0);
  return { range: [end, end], text: `${last ? "\n" : "\n\n"}${lines.join("\n")}` };
}

/** Returns the edit that removes one of several imports on a line, with the semicolon after it. */
function withoutSpec({ range: [start, end] }: ImportSpecNode, text: string): Edit {
  const rest = /^[ \t]*;?[ \t]*/u.exec(text.slice(end))?.[0] ?? "";
  return { range: [start, end + rest.length], text: "" };
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end === -1) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}

function contains({ range: outer }: ImportDeclarationNode, { range }: ImportSpecNode): boolean {
  return outer[0] <= range[0] && range[1] <= outer[1];
}
