import { Scanner } from "./scanner.ts";

/** The part of a Go file before its declarations. */
export interface FileHeader {
  /** The name in the package clause; empty if there is none. */
  readonly packageName: string;
  /** The offset of the package clause, in UTF-16 units; 0 if there is none. */
  readonly packageAt: number;
  readonly imports: readonly WrittenImport[];
  /** The offset of the first declaration that is no import, or the end of the text. */
  readonly end: number;
}

export interface FileImport {
  /** The name before the path, `.` or `_`, or null. */
  readonly alias: string | null;
  readonly path: string;
}

/** An import with its place in a text. */
export interface WrittenImport extends FileImport {
  /** The range of the path with its quotes, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
}

const QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const DOT = 0x2e;
const BACKQUOTE = 0x60;

/** Reads the package clause and the imports of a file, and no more of it. */
export function readHeader(text: string): FileHeader {
  const scanner = new Scanner(text, 0, text.length);
  const imports: WrittenImport[] = [];
  let packageName = "";
  let packageAt = 0;
  for (;;) {
    scanner.toNextStatement();
    const start = scanner.at;
    switch (scanner.word()) {
      case "package":
        scanner.skipSpace();
        packageAt = start;
        packageName = scanner.word();
        break;
      case "import":
        readImports(scanner, imports);
        break;
      default:
        return { packageName, packageAt, imports, end: start };
    }
  }
}

function readImports(scanner: Scanner, imports: WrittenImport[]): void {
  scanner.skipSpace();
  if (scanner.take(OPEN)) {
    while (scanner.toNextStatement() && !scanner.take(CLOSE)) readImport(scanner, imports);
  } else {
    readImport(scanner, imports);
  }
}

function readImport(scanner: Scanner, imports: WrittenImport[]): void {
  const alias = scanner.take(DOT) ? "." : scanner.word() || null;
  scanner.skipSpace();
  const { at, code: quote, text } = scanner;
  scanner.pass();
  const isQuoted = quote === QUOTE || quote === BACKQUOTE;
  const end = scanner.at - 1;
  // A quote that is open at the end of its line has no path in it.
  if (isQuoted && end > at && text.charCodeAt(end) === quote) {
    imports.push({ alias, path: text.slice(at + 1, end), range: [at, end + 1] });
  }
}
