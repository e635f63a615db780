import {
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from "yaml";
import { ConfigError, messageOf } from "../problems.ts";

/** The keys and indexes that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** A YAML or JSON file as plain data, with the places of its values. */
export class DataDocument {
  readonly path: string;
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  /**
   * @param path Of the file, which error messages name.
   * @throws {ConfigError} If the text is not YAML, or its aliases grow without measure.
   */
  constructor(path: string, text: string) {
    this.path = path;
    this.#lines = new LineCounter();
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const [error] = this.#document.errors;
    if (error) {
      const why =
        error.code === "MULTIPLE_DOCS" ? "it has more than one document" : error.message;
      throw new ConfigError(this.#at(error.pos[0]), `the config cannot be read: ${why}.`);
    }
    try {
      this.value = this.#document.toJS() as unknown;
    } catch (error) {
      const place = this.#at(this.#failingAlias() ?? 0);
      const why = messageOf(error).startsWith("Excessive alias count")
        ? "its aliases of aliases stand for too much: write out what you need"
        : messageOf(error);
      throw new ConfigError(place, `the config cannot be read: ${why}.`, error);
    }
  }

  /** Returns the offset of the first alias that stands for nothing, or for too much. */
  #failingAlias(): number | null {
    let offset: number | null = null;
    visit(this.#document, {
      Alias: (_, alias) => {
        try {
          alias.toJS(this.#document);
          return undefined;
        } catch {
          offset = alias.range?.[0] ?? null;
          return visit.BREAK;
        }
      },
    });
    return offset;
  }

  /** Returns `path:line:column` of the key that leads to a value, or of the last that there is. */
  placeOf(keys: KeyPath): string {
    for (let length = keys.length; length > 0; length -= 1) {
      const offset = this.#offsetOf(keys.slice(0, length));
      if (offset !== null) return this.#at(offset);
    }
    return this.#at(0);
  }

  /** Returns `path:line:column` of the first key of a name at any depth, or the path. */
  placeOfKey(name: string): string {
    let offset: number | null = null;
    visit(this.#document, {
      Pair(_, { key }) {
        if (!isScalar(key) || key.value !== name) return undefined;
        offset = key.range?.[0] ?? null;
        return visit.BREAK;
      },
    });
    return offset === null ? this.path : this.#at(offset);
  }

  #offsetOf(keys: KeyPath): number | null {
    const parent = this.#document.getIn(keys.slice(0, -1), true);
    const last = keys.at(-1);
    const items = (parent as { items?: unknown[] } | undefined)?.items ?? [];
    for (const [index, item] of items.entries()) {
      if (isPair(item) && isScalar(item.key) && item.key.value === last) {
        return item.key.range?.[0] ?? null;
      }
      if (isNode(item) && index === last) return item.range?.[0] ?? null;
    }
    return null;
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.path}:${line}:${col}`;
  }
}
