const NAME_PART = /[\p{L}\p{Nd}_]/u;
const BLANK = /[^\S\n]/u;
/** Where names may be declared at the beginning of a line: in a group, or behind a keyword or comma on another line. */
const LISTS =
  /\b(?:var|const|type)\b\s*[(/]|\b(?:var|const|type|func)\s*$|\b(?:var|const)\s[^=\n]*,\s*$/mu;
const KEYWORD_AT_END = /(?:var|const|type|func)$/u;
const GROUP_AT_END = /(?:(?:var|const|type)|\/)\s*\($/u;
/** The beginning of a line that declares several names, or may. */
const LIST_LINE = /^\s*(?:(?:var|const)\b|[\p{L}\p{Nd}_,\s]*$)|;/u;

/**
 * Says of most names that stand in a file, without an outline of it, that they are not
 * declared there: by what is around the places where they stand.
 */
export class DeclarationSearch {
  readonly #text: string;
  #hasLists: boolean | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** False if the file declares no such name, function or method; true if it does or may. */
  mayDeclare(name: string): boolean {
    // The name of what a broken file leaves out.
    if (name === "") return false;
    const text = this.#text;
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      if (this.#mayDeclareAt(at, at + name.length)) return true;
    }
    return false;
  }

  #mayDeclareAt(start: number, end: number): boolean {
    const text = this.#text;
    const before = text.charCodeAt(start - 1);
    if (before === DOT || isNamePart(before) || isNamePart(text.charCodeAt(end))) return false;
    const at = withoutBlanks(text, start - 1, -1);
    const previous = text.charAt(at);
    // At the beginning of a comment, as in most documentation.
    if (previous === "/" && text.charAt(at - 1) === "/") return false;
    const next = text.charAt(withoutBlanks(text, end, 1));
    if (next === "." || next === ":") return false;
    const textUpTo = (length: number) => text.slice(Math.max(0, at + 1 - length), at + 1);
    switch (previous) {
      case "":
      case "\n":
      case ";":
        return (this.#hasLists ??= LISTS.test(text));
      case ",":
        return LIST_LINE.test(text.slice(text.lastIndexOf("\n", at) + 1, start));
      case "(":
        return GROUP_AT_END.test(textUpTo(20));
      case ")":
        // A method's name; a result has no parentheses behind it.
        return next === "(" || next === "[" || next === "/";
      case "/":
        return true;
      case "e":
      case "r":
      case "t":
      case "c":
        return KEYWORD_AT_END.test(textUpTo(5));
      default:
        return false;
    }
  }
}

const DOT = 0x2e;
const LINE_END = 0x0a;
const SPACE = 0x20;

function isNamePart(code: number): boolean {
  return code < 0x80
    ? (code >= 0x61 && code <= 0x7a) ||
        (code >= 0x41 && code <= 0x5a) ||
        (code >= 0x30 && code <= 0x39) ||
        code === 0x5f
    : NAME_PART.test(String.fromCharCode(code));
}

/** The first offset from one on, in a direction, at which there is no space; line ends are none. */
function withoutBlanks(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  for (let code = text.charCodeAt(at); isBlank(code); code = text.charCodeAt(at)) at += step;
  return at;
}

function isBlank(code: number): boolean {
  return code <= SPACE
    ? code === SPACE || (code >= 9 && code <= 13 && code !== LINE_END)
    : code >= 0xa0 && BLANK.test(String.fromCharCode(code));
}
