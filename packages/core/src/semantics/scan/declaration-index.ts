import { Scanner } from "./scanner.ts";
import { endOfBody, isClosingBracket, isOpeningBracket } from "./skip.ts";

/** One declaration, or one group in parentheses. */
export interface DeclarationEntry {
  readonly keyword: "const" | "func" | "type" | "var";
  /** The names it declares; of a method its own name. */
  readonly names: readonly string[];
  /** The names of type aliases. */
  readonly aliases: readonly string[];
  /** The name of the type that a method belongs to; null for other declarations. */
  readonly receiver: string | null;
  /** Offsets in UTF-16 units; the end of a function is before its body. */
  readonly start: number;
  readonly end: number;
  /** The specs of a group, or the only one; a function has none. */
  readonly specs: readonly SpecEntry[];
}

/** One spec of a declaration: `a, b int = 1, 2`. */
export interface SpecEntry {
  readonly names: readonly string[];
  /** The offset of the first name, in UTF-16 units. */
  readonly start: number;
  /** The offset after the last name. */
  readonly namesEnd: number;
  readonly end: number;
}

const LINE_END = 0x0a;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const COMMA = 0x2c;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const OPEN_SQUARE = 0x5b;
const OPEN_BRACE = 0x7b;

const NONE: readonly never[] = [];

/** Words that are no names, though a broken declaration may have one in the place of its name. */
const KEYWORDS = new Set(["const", "func", "import", "package", "type", "var"]);
/** Characters after which a declaration goes on on the next line. */
const UNFINISHED = new Set(Array.from("-+*/%&|^<>=!,.(:", (char) => char.charCodeAt(0)));

/** Returns a list without the room for 16 more that the first `push` makes. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

/**
 * Returns the package-level declarations of a Go file, found without a parse: text between
 * braces is skipped. That is many times faster than parsing, and most files are asked for one
 * or two declarations. For a file that is not Go it returns whatever looks like a declaration.
 *
 * @param start The offset of the first declaration, or one before it, in UTF-16 units.
 */
export function indexDeclarations(text: string, start = 0): readonly DeclarationEntry[] {
  return new DeclarationIndexer(text, start, text.length).read();
}

class DeclarationIndexer extends Scanner {
  readonly #declarations: DeclarationEntry[] = [];

  read(): readonly DeclarationEntry[] {
    while (this.toNextStatement()) {
      const start = this.at;
      const word = this.word();
      switch (word) {
        case "func":
          this.#function(start);
          break;
        case "const":
        case "type":
        case "var":
          this.#group(word, start);
          break;
        default:
          this.at = start;
          this.#skipStatement();
      }
      // A bracket that closes nothing.
      if (this.at === start) this.at += 1;
    }
    return trimmed(this.#declarations);
  }

  /** Reads a name after spaces; returns an empty string if there is none. */
  #name(): string {
    this.skipSpace();
    const start = this.at;
    const name = this.word();
    if (!KEYWORDS.has(name)) return name;
    this.at = start;
    return "";
  }

  #function(start: number): void {
    this.skipSpace();
    const receiver = this.code === OPEN ? this.#receiver() : null;
    const name = this.#name();
    const end = this.#skipHeader();
    if (this.code === OPEN_BRACE) this.at = endOfBody(this.text, this.at, this.text.length);
    if (name === "") return;
    this.#declarations.push({
      keyword: "func",
      names: [name],
      aliases: NONE,
      receiver,
      start,
      end,
      specs: NONE,
    });
  }

  /** Reads a receiver and returns the name of its type. */
  #receiver(): string {
    const start = this.at;
    this.skipBrackets();
    const end = this.at;
    this.at = start;
    let type = "";
    do {
      this.at += 1;
      for (let name = this.#name(); name !== ""; name = this.#name()) type = name;
    } while (this.code === STAR || this.code === OPEN);
    this.at = end;
    return type;
  }

  /**
   * Moves to the brace that opens the body of a function, or to the end of a function without
   * one. Returns the end of the code before.
   */
  #skipHeader(): number {
    let end = this.at;
    let word = "";
    for (;;) {
      this.skipBlanks();
      const { code } = this;
      if (code === SEMICOLON || this.#isAtLineEnd) break;
      if (code === OPEN_BRACE && word !== "struct" && word !== "interface") break;
      word = this.word();
      if (word === "") this.pass();
      end = this.at;
    }
    return end;
  }

  #group(keyword: "const" | "type" | "var", start: number): void {
    this.skipSpace();
    const specs: SpecEntry[] = [];
    const aliases: string[] = [];
    let end: number;
    if (this.take(OPEN)) {
      while (this.toNextStatement() && !this.take(CLOSE)) {
        const before = this.at;
        this.#spec(keyword, specs, aliases);
        if (this.at === before) this.at += 1;
      }
      end = this.at;
    } else {
      end = this.#spec(keyword, specs, aliases);
    }
    const [only, ...others] = specs;
    if (!only) return;
    const names = others.length === 0 ? only.names : specs.flatMap((spec) => spec.names);
    this.#declarations.push({
      keyword,
      names,
      aliases: trimmed(aliases),
      receiver: null,
      start,
      end,
      specs: trimmed(specs),
    });
  }

  /** Reads the names of a spec and moves to its end, which it returns. */
  #spec(keyword: string, specs: SpecEntry[], aliases: string[]): number {
    const start = this.at;
    const names: string[] = [];
    let namesEnd = start;
    do {
      const name = this.#name();
      if (name === "") break;
      names.push(name);
      namesEnd = this.at;
      this.skipBlanks();
    } while (this.take(COMMA));
    if (keyword === "type" && this.#isAlias()) aliases.push(...names);
    this.at = start;
    const end = this.#skipStatement();
    if (names.length > 0) specs.push({ names: trimmed(names), start, namesEnd, end });
    return end;
  }

  /** Returns true if `=` stands after a type's name or its type parameters. */
  #isAlias(): boolean {
    if (this.code === OPEN_SQUARE) {
      this.skipBrackets();
      this.skipBlanks();
    }
    return this.code === EQUALS;
  }

  /**
   * Moves to the end of a statement: the first line end or semicolon outside brackets after
   * which it cannot go on. Returns the end of the code before.
   */
  #skipStatement(): number {
    let end = this.at;
    let last = COMMA;
    for (;;) {
      this.skipBlanks();
      const { code } = this;
      if (this.isAtEnd || code === SEMICOLON || isClosingBracket(code)) break;
      if (this.#isAtLineEnd) {
        if (!UNFINISHED.has(last)) break;
        this.skipSpace();
        continue;
      }
      // The content of brackets has an end, whatever it starts with.
      last = isOpeningBracket(code) ? CLOSE : code;
      if (this.word() === "") this.pass();
      end = this.at;
    }
    return end;
  }

  /** True at a line end, or after spaces at a comment that goes on to it or beyond. */
  get #isAtLineEnd(): boolean {
    const { code } = this;
    if (code !== SLASH) return code === LINE_END || this.isAtEnd;
    const next = this.text.charCodeAt(this.at + 1);
    return next === SLASH || next === STAR;
  }
}
