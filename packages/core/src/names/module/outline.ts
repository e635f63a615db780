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
  /** Where it stands in the file, in UTF-16 units; a function ends before its body. */
  readonly start: number;
  readonly end: number;
  /** Those of a group, or the only one; a function has none. */
  readonly specs: readonly OutlineSpec[];
}

/** What stands on a line of a group: `a, b int = 1, 2`. */
export interface OutlineSpec {
  readonly names: readonly string[];
  /** Where the first name begins, in UTF-16 units. */
  readonly start: number;
  /** Behind the last name. */
  readonly behindNames: number;
  readonly end: number;
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
const SPACE = /\s/u;
const TYPE_LITERAL = /\b(?:struct|interface)\s*$/u;
/** After one of these at the end of a line a declaration goes on. */
const UNFINISHED = "-+*/%&|^<>=!,.(:";

/** What a character does to the text after it. */
const PLAIN = 0;
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const SLASH = 4;
const ROLES = new Uint8Array(128);
for (const [index, chars] of ["([{", ")]}", "\"'\x60", "/"].entries()) {
  for (const char of chars) ROLES[char.charCodeAt(0)] = index + 1;
}

const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;
const LINE_END = 0x0a;
const SEMICOLON = 0x3b;

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
    this.#declarations.push({
      keyword: "func",
      names: [name],
      aliases: [],
      receiver: method?.[1] ?? null,
      start: start - "func".length,
      end: start + header.length,
      specs: [],
    });
  }

  /** To the brace that opens a function's body, or to the end of a function without one. */
  #skipHeader(): void {
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (char === "{" && !TYPE_LITERAL.test(this.#text.slice(this.#at - 20, this.#at))) return;
      if (char === "\n" || char === ";") return;
      this.#step(this.#code);
    }
  }

  #group(keyword: OutlineDeclaration["keyword"], start: number): void {
    this.#skipSpace();
    const specs: OutlineSpec[] = [];
    const aliases: string[] = [];
    if (this.#text[this.#at] === "(") this.#readGroup(keyword, specs, aliases);
    else this.#readSpec(keyword, specs, aliases);
    if (specs.length === 0) return;
    this.#declarations.push({
      keyword,
      names: specs.flatMap(({ names }) => names),
      aliases,
      receiver: null,
      start: start - keyword.length,
      end: this.#at,
      specs,
    });
  }

  /** Reads the names that a spec begins with, and goes to its end. */
  #readSpec(keyword: string, specs: OutlineSpec[], aliases: string[]): void {
    const start = this.#at;
    NAMES.lastIndex = start;
    const found = NAMES.exec(this.#text)?.[0] ?? "";
    const behindNames = start + found.length;
    if (keyword === "type" && found !== "" && this.#isAlias(behindNames)) aliases.push(found);
    this.#skipStatement();
    if (found === "") return;
    const names = found.includes(",") ? found.split(/\s*,\s*/u) : [found];
    specs.push({ names, start, behindNames, end: this.#at });
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
  #readGroup(keyword: string, specs: OutlineSpec[], aliases: string[]): void {
    this.#at += 1;
    while (this.#toNextWord()) {
      if (this.#text[this.#at] === ")") {
        this.#at += 1;
        break;
      }
      const before = this.#at;
      this.#readSpec(keyword, specs, aliases);
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
    const text = this.#text;
    let last = "";
    for (let at = this.#at; at < text.length; at = this.#at) {
      const code = text.charCodeAt(at);
      const char = text.charAt(at);
      if (char === ";" || roleOf(code) === CLOSES) return;
      if (char === "\n" && last !== "" && !UNFINISHED.includes(last)) return;
      if (roleOf(code) === SLASH && this.#skipComment()) continue;
      // What a bracket encloses has an end, whatever it starts with.
      if (!isSpace(code)) last = roleOf(code) === OPENS ? ")" : char;
      this.#step(code);
    }
  }

  /** Over one character, or a string, a comment, or all that a bracket encloses. */
  #step(code: number): void {
    const role = roleOf(code);
    if (role === OPENS) this.#skipBrackets();
    else if (role === QUOTES) this.#skipQuoted(code);
    else if (role !== SLASH || !this.#skipComment()) this.#at += 1;
  }

  /** From an opening bracket past the one that closes it. */
  #skipBrackets(): void {
    const text = this.#text;
    const end = text.length;
    let depth = 0;
    // Most of every file is passed over here: one look at each character, and no objects.
    for (let at = this.#at; at < end; at += 1) {
      const code = text.charCodeAt(at);
      const role = roleOf(code);
      if (role === PLAIN) continue;
      if (role === OPENS) {
        depth += 1;
      } else if (role === CLOSES) {
        depth -= 1;
        if (depth === 0) {
          this.#at = at + 1;
          return;
        }
      } else {
        this.#at = at;
        if (role === QUOTES) this.#skipQuoted(code);
        else if (!this.#skipComment()) continue;
        at = this.#at - 1;
      }
    }
    this.#at = end;
  }

  #skipQuoted(quote: number): void {
    const text = this.#text;
    if (quote === BACKQUOTE) {
      const end = text.indexOf("\x60", this.#at + 1);
      this.#at = end === -1 ? text.length : end + 1;
      return;
    }
    for (let at = this.#at + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) {
        at += 1;
      } else if (code === quote || code === LINE_END) {
        this.#at = at + 1;
        return;
      }
    }
    this.#at = text.length;
  }

  /** Past a comment, if one starts here; a line comment's line end is left. */
  #skipComment(): boolean {
    if (roleOf(this.#code) !== SLASH) return false;
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
      for (let code = this.#code; isSpace(code) || code === SEMICOLON; code = this.#code) {
        this.#at += 1;
      }
      if (!this.#skipComment()) return;
    }
  }

  /** The character at hand; NaN at the end of the text. */
  get #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

function roleOf(code: number): number {
  return code < ROLES.length ? (ROLES[code] ?? PLAIN) : PLAIN;
}

function isSpace(code: number): boolean {
  return code <= 0x20
    ? code === 0x20 || (code >= 9 && code <= 13)
    : code >= 0xa0 && SPACE.test(String.fromCharCode(code));
}
