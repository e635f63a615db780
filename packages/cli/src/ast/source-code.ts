import gopherwood, { type GoSourceCode } from "@gopherwood/core";

/**
 * Returns a text as rules see it.
 *
 * @param path Absolute; the files around it are those on disk.
 */
export function sourceCodeOf(path: string, text: string): GoSourceCode {
  const language = gopherwood.languages.go;
  const body = text.replace(/^\uFEFF/u, "");
  const input = { path, physicalPath: path, body, bom: false };
  const parsed = language.parse(input);
  return language.createSourceCode(input, parsed, { languageOptions: {} });
}

/**
 * Returns the offsets of lines, in UTF-16 units, without the indentation of the first.
 *
 * @param line From 1; it may be after the last.
 */
export function rangeOfLines(
  { lines, tree, text }: GoSourceCode,
  line: number,
  endLine = line,
): readonly [start: number, end: number] {
  const first = lines[line - 1];
  if (first === undefined) return [text.length + 1, text.length + 1];
  const last = Math.min(endLine, lines.length);
  const start = tree.offsetOf({ line, column: 1 }) + first.search(/\S|$/u);
  return [start, tree.offsetOf({ line: last, column: 1 }) + (lines[last - 1]?.length ?? 0)];
}
