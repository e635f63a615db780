/**
 * The package-level declarations of a Go file, found by their shape alone: what is
 * between braces is skipped and nothing is parsed. That is many times faster than
 * parsing, and of most files only one or two declarations are ever asked for.
 */
export interface Outline {
  /** The name in the package clause; empty if there is none. */
  readonly packageName: string;
  readonly imports: readonly OutlineImport[];
  readonly declarations: readonly OutlineDeclaration[];
}

export interface OutlineImport {
  /** The name before the path, `.` or `_`, or null. */
  readonly alias: string | null;
  readonly path: string;
}

/** One declaration, or one group in parentheses. */
export interface OutlineDeclaration {
  readonly keyword: "const" | "func" | "type" | "var";
  /** The names it declares; of a method its own name. */
  readonly names: readonly string[];
  /** The names that stand for another type. */
  readonly aliases: readonly string[];
  /** Of a method: the name of the type it belongs to. */
  readonly receiver: string | null;
  /** Its text as Go; of a function or method without the body. */
  readonly text: string;
}

const IDENTIFIER = String.raw`[\p{L}_][\p{L}\p{Nd}_]*`;
const KEYWORD = /(?:package|import|const|var|type|func)(?![\p{L}\p{Nd}_])/uy;
const NAME = new RegExp(String.raw`\s*(${IDENTIFIER})`, "uy");
const NAMES = new RegExp(String.raw`${IDENTIFIER}(?:\s*,\s*${IDENTIFIER})*`, "uy");
const RECEIVER = new RegExp(
  String.raw`^\s*\((?:\s*${IDENTIFIER}\s)?[\s*(]*(${IDENTIFIER})[^)]*[)\s]*\)\s*(${IDENTIFIER})`,
  "u",
);
const IMPORT = new RegExp(
  String.raw`(?:(${IDENTIFIER}|\.)\s*)?(?:"([^"\n]*)"|\x60([^\x60]*)\x60)`,
  "uy",
);
const ALIAS = /[ \t]*[=[]/uy;
const TYPE_LITERAL = /\b(?:struct|interface)\s*$/u;
/** After one of these at the end of a line a declaration goes on. */
const UNFINISHED = "-+*/%&|^<>=!,.(:";

const OPENING = "([{";
const CLOSING = ")]}";

/** Reads the outline of a file. Of a file that is not Go it gives what looks like declarations. */
export function readOutline(text: string): Outline {
  return new OutlineReader(text).read();
}

/** The name in a file's package clause; empty if there is none. */
export function readPackageName(text: string): string {
  return new OutlineReader(text).readPackageName();
}

class OutlineReader {
  readonly #text: string;
  #at = 0;
  #packageName = "";
  readonly #imports: OutlineImport[] = [];
  readonly #declarations: OutlineDeclaration[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): Outline {
    while (this.#toNextWord()) {
      const before = this.#at;
      const keyword = this.#match(KEYWORD)?.[0];
      if (keyword === undefined) this.#skipStatement();
      else this.#declaration(keyword);
      // A bracket that closes nothing.
      if (this.#at === before) this.#at += 1;
    }
    return {
      packageName: this.#packageName,
      imports: this.#imports,
      declarations: this.#declarations,
    };
  }

  readPackageName(): string {
    this.#skipSpace();
    return this.#match(KEYWORD)?.[0] === "package" ? (this.#match(NAME)?.[1] ?? "") : "";
  }

  #declaration(keyword: string): void {
    const start = this.#at;
    switch (keyword) {
      case "package":
        this.#packageName = this.#match(NAME)?.[1] ?? "";
        break;
      case "func":
        this.#function(start);
        break;
      case "import":
        this.#skipStatement();
        this.#readImports(start, this.#at);
        break;
      case "const":
      case "type":
      case "var":
        this.#group(keyword, start);
    }
  }

  #function(start: number): void {
    this.#skipHeader();
    const header = this.#text.slice(start, this.#at);
    if (this.#text[this.#at] === "{") this.#skipBrackets();
    const method = RECEIVER.exec(header);
    NAME.lastIndex = 0;
    const name = method?.[2] ?? NAME.exec(header)?.[1];
    if (name === undefined) return;
    const text = `func${header}`;
    this.#declarations.push({
      keyword: "func",
      names: [name],
      aliases: [],
      receiver: method?.[1] ?? null,
      text,
    });
  }

  /** To the brace that opens a function's body, or to the end of a function without one. */
  #skipHeader(): void {
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (char === "{" && !TYPE_LITERAL.test(this.#text.slice(this.#at - 20, this.#at))) return;
      if (char === "\n" || char === ";") return;
      this.#step(char);
    }
  }

  #group(keyword: OutlineDeclaration["keyword"], start: number): void {
    this.#skipSpace();
    const names: string[] = [];
    const aliases: string[] = [];
    if (this.#text[this.#at] === "(") this.#readGroup(keyword, names, aliases);
    else this.#readSpec(keyword, names, aliases);
    if (names.length === 0) return;
    const text = keyword + this.#text.slice(start, this.#at);
    this.#declarations.push({ keyword, names, aliases, receiver: null, text });
  }

  /** Reads the names that a spec begins with, and goes to its end. */
  #readSpec(keyword: string, names: string[], aliases: string[]): void {
    NAMES.lastIndex = this.#at;
    const found = NAMES.exec(this.#text)?.[0] ?? "";
    if (found !== "") names.push(...found.split(/\s*,\s*/u));
    if (keyword === "type" && found !== "" && this.#isAlias(this.#at + found.length)) {
      aliases.push(found);
    }
    this.#skipStatement();
  }

  /** True if `=` stands after a type's name or after its type parameters. */
  #isAlias(offset: number): boolean {
    ALIAS.lastIndex = offset;
    const found = ALIAS.exec(this.#text)?.[0] ?? "";
    if (!found.endsWith("[")) return found !== "";
    const before = this.#at;
    this.#at = offset + found.length - 1;
    this.#skipBrackets();
    ALIAS.lastIndex = this.#at;
    const isAlias = ALIAS.exec(this.#text)?.[0].endsWith("=") ?? false;
    this.#at = before;
    return isAlias;
  }

  /** Reads the specs of a group; it ends at the closing parenthesis. */
  #readGroup(keyword: string, names: string[], aliases: string[]): void {
    this.#at += 1;
    while (this.#toNextWord()) {
      if (this.#text[this.#at] === ")") {
        this.#at += 1;
        break;
      }
      const before = this.#at;
      this.#readSpec(keyword, names, aliases);
      if (this.#at === before) this.#at += 1;
    }
  }

  #readImports(start: number, end: number): void {
    this.#at = start;
    while (this.#at < end) {
      const char = this.#text.charAt(this.#at);
      const found = /[\s();]/u.test(char) ? null : this.#match(IMPORT);
      if (found)
        this.#imports.push({ alias: found[1] ?? null, path: found[2] ?? found[3] ?? "" });
      else if (!this.#skipComment()) this.#at += 1;
    }
    this.#at = end;
  }

  /** To the end of a statement: the first line end or semicolon outside brackets after which it cannot go on. */
  #skipStatement(): void {
    let last = "";
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (char === ";" || CLOSING.includes(char)) return;
      if (char === "\n" && last !== "" && !UNFINISHED.includes(last)) return;
      if (this.#skipComment()) continue;
      // What a bracket encloses has an end, whatever it starts with.
      if (!/\s/u.test(char)) last = OPENING.includes(char) ? ")" : char;
      this.#step(char);
    }
  }

  /** Over one character, or a string, a comment, or all that a bracket encloses. */
  #step(char: string): void {
    if (OPENING.includes(char)) this.#skipBrackets();
    else if (char === '"' || char === "'" || char === "\x60") this.#skipQuoted(char);
    else if (char !== "/" || !this.#skipComment()) this.#at += 1;
  }

  /** From an opening bracket past the one that closes it. */
  #skipBrackets(): void {
    const next = /[()[\]{}"'\x60]|\/[/*]/gu;
    let depth = 0;
    next.lastIndex = this.#at;
    for (let found = next.exec(this.#text); found; found = next.exec(this.#text)) {
      const [what] = found;
      this.#at = found.index;
      if (OPENING.includes(what)) {
        depth += 1;
      } else if (CLOSING.includes(what)) {
        depth -= 1;
        if (depth === 0) {
          this.#at += 1;
          return;
        }
      } else {
        if (what.length === 1) this.#skipQuoted(what);
        else this.#skipComment();
        next.lastIndex = this.#at;
      }
    }
    this.#at = this.#text.length;
  }

  #skipQuoted(quote: string): void {
    const text = this.#text;
    for (let at = this.#at + 1; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === "\\" && quote !== "\x60") {
        at += 1;
      } else if (char === quote || (char === "\n" && quote !== "\x60")) {
        this.#at = at + 1;
        return;
      }
    }
    this.#at = text.length;
  }

  /** Past a comment, if one starts here; a line comment's line end is left. */
  #skipComment(): boolean {
    const line = this.#text.startsWith("//", this.#at);
    if (!line && !this.#text.startsWith("/*", this.#at)) return false;
    const end = line
      ? this.#text.indexOf("\n", this.#at)
      : this.#text.indexOf("*/", this.#at + 2) + 2;
    this.#at = end <= 1 ? this.#text.length : end;
    return true;
  }

  /** Past space and comments; false at the end of the text. */
  #toNextWord(): boolean {
    this.#skipSpace();
    return this.#at < this.#text.length;
  }

  #skipSpace(): void {
    for (;;) {
      while (/[\s;]/u.test(this.#text.charAt(this.#at))) this.#at += 1;
      if (!this.#skipComment()) return;
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}
