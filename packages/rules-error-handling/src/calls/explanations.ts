import { childrenOf, type GoNode, type GoSourceCode } from "@gopherwood/core";

type Comment = GoSourceCode["comments"][number];

/** Words of comments that say why an error is ignored. */
const SPEAKS_OF_ERRORS =
  /\b(?:best.effort|deliberate(?:ly)?|errors?|fail(?:s|ed|ure|ures)?|ignor(?:e|ed|es|ing)|intentional(?:ly)?|on purpose)\b/iu;

const NOLINT = /^\/\/\s*nolint(?::\s*(?<linters>[\w,\s-]+))?/u;

const LINTERS = /(?:^|,)\s*(?:all|errcheck|gosec)\s*(?:,|$|\s)/u;

/** The comments that say why errors are ignored. */
export class Explanations {
  readonly #sourceCode: GoSourceCode;
  #byLine: ReadonlyMap<number, readonly Comment[]> | undefined;

  constructor(sourceCode: GoSourceCode) {
    this.#sourceCode = sourceCode;
  }

  /** Returns why the comments beside a statement, or above it, let an error be ignored. */
  reasonFor(statement: GoNode): string | null {
    const { start, end } = statement.loc;
    // A directive counts for the line of the call, which may begin a block.
    const onLines = [...this.#endingOn(start.line), ...this.#endingOn(end.line)];
    if (onLines.some(isNolint) || this.#isNolintAround(statement)) return "nolint directive";
    const beside = onLines.filter(({ range }) => range[0] >= statement.range[1]);
    const above = this.#above(start.line).filter(({ loc }) => loc.start.column <= start.column);
    const texts = [...above, ...beside, ...this.#below(statement)].map(({ text }) =>
      NOLINT.test(text) ? "" : text,
    );
    return SPEAKS_OF_ERRORS.test(texts.join(" ")) ? "explained by a comment" : null;
  }

  /** Returns true for a directive above a statement or a node around it, in its column. */
  #isNolintAround(statement: GoNode): boolean {
    for (let node: GoNode | null = statement; node; node = node.parent) {
      const { start } = node.loc;
      const isFor = (comment: Comment) =>
        comment.loc.start.column === start.column && isNolint(comment);
      if (this.#above(start.line).some(isFor)) return true;
    }
    return false;
  }

  /** Returns the comments of the lines right above a line. */
  #above(line: number): readonly Comment[] {
    const last = this.#endingOn(line - 1);
    const [first] = last;
    return first ? [...this.#above(first.loc.start.line), ...last] : [];
  }

  /** Returns the comments right below the last statement of a block: nothing else is there. */
  #below(statement: GoNode): readonly Comment[] {
    const { loc, parent } = statement;
    const isLast = parent?.kind === "statement_list" && childrenOf(parent).at(-1) === statement;
    const below: Comment[] = [];
    for (let line = loc.end.line + 1; isLast && this.#comments.has(line); line += 1)
      below.push(...this.#endingOn(line));
    return below;
  }

  #endingOn(line: number): readonly Comment[] {
    return this.#comments.get(line) ?? [];
  }

  /** The comments of the file by the lines that they end on. */
  get #comments(): ReadonlyMap<number, readonly Comment[]> {
    return (this.#byLine ??= byLastLine(this.#sourceCode.comments));
  }
}

function byLastLine(comments: readonly Comment[]): ReadonlyMap<number, readonly Comment[]> {
  const byLine = new Map<number, readonly Comment[]>();
  for (const comment of comments) {
    const { line } = comment.loc.end;
    byLine.set(line, [...(byLine.get(line) ?? []), comment]);
  }
  return byLine;
}

/** Returns true for a directive that turns the linters off which look for ignored errors. */
function isNolint({ text }: Comment): boolean {
  const nolint = NOLINT.exec(text);
  return nolint !== null && LINTERS.test(nolint.groups?.["linters"] ?? "all");
}
