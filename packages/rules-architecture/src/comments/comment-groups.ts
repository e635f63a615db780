/** Comments that stand on lines of their own, one below the other. */
export interface CommentGroup {
  /** The range from the first comment to the last, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
  /** The lines without comment marks and space at their ends, and with their indentation. */
  readonly lines: readonly string[];
}

const COMMENT = /^([ \t]*)(?:\/\/([^\n]*)|\/\*([^*]*(?:\*(?!\/)[^*]*)*)\*\/[ \t]*(?=\r?$))/gmu;

/** Comments for a tool: `//go:embed`, `//nolint`, `//export name`. */
const DIRECTIVE = /^(?:[a-z]+:[a-z]|nolint|export |sys\s|\s*\+\w)/u;

/**
 * Returns the groups of comments in a text. The text is not parsed, so that lines of a raw
 * string that look like comments are among them.
 */
export function commentGroups(text: string): CommentGroup[] {
  const groups: { range: [number, number]; lines: string[]; indent: string | null }[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const [whole, indent = "", line, block] = match;
    const range: [number, number] = [match.index + indent.length, match.index + whole.length];
    const last = groups.at(-1);
    if (line === undefined) {
      groups.push({ range, lines: blockLines(block ?? ""), indent: null });
    } else if (DIRECTIVE.test(line)) {
      groups.push({ range, lines: [], indent: null });
    } else if (last?.indent === indent && match.index === last.range[1] + 1) {
      last.lines.push(line.trimEnd());
      last.range[1] = range[1];
    } else {
      groups.push({ range, lines: [line.trimEnd()], indent });
    }
  }
  return groups;
}

function blockLines(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/^\s*\*(?=\s)/u, "").trimEnd());
}
