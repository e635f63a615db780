/** The answer of a task. */
export interface Answer {
  /** The parts, none of which is torn unless it is longer than a page. */
  readonly blocks: readonly string[];
  /** The last line of the last page. */
  readonly summary: string;
}

/** The length of a page, in UTF-16 units: some two thousand tokens. */
const PAGE = 8000;

/** The number of answers whose rest is kept. */
const MOST_ANSWERS = 20;

/** The rests of the last answers, by cursor. */
export class Pages {
  readonly #rests = new Map<string, Answer>();
  #last = 0;

  /** Returns the first page of an answer, which names the cursor of the next. */
  first({ blocks, summary }: Answer): string {
    const page: string[] = [];
    let length = 0;
    for (const block of blocks) {
      if (page.length > 0 && length + block.length > PAGE) break;
      page.push(cut(block));
      length += block.length + 1;
    }
    const rest = blocks.slice(page.length);
    if (rest.length === 0) return [...page, summary].filter(Boolean).join("\n");
    this.#last += 1;
    const cursor = `page-${this.#last}`;
    this.#rests.set(cursor, { blocks: rest, summary });
    const [oldest] = this.#rests.keys();
    if (this.#rests.size > MOST_ANSWERS && oldest !== undefined) this.#rests.delete(oldest);
    page.push(`(${rest.length} of ${blocks.length} left: next_page with cursor '${cursor}')`);
    return page.join("\n");
  }

  /** Returns the page of a cursor, or null if it is not known, or no longer. */
  next(cursor: string): string | null {
    const rest = this.#rests.get(cursor);
    return rest ? this.first(rest) : null;
  }
}

function cut(block: string): string {
  return block.length > PAGE
    ? `${block.slice(0, PAGE)}\n(cut after ${PAGE} characters)`
    : block;
}
