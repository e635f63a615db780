import { Scanner } from "./scanner.ts";

/** Thrown where a text is no type; the message says why, as a sentence. */
export class NoType extends Error {}

const LINE_END = 0x0a;
const STRING = 0x22;
const COMMA = 0x2c;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const RAW_STRING = 0x60;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Scans types and the lists in them; throws `NoType` where there is none. */
export class TypeScanner extends Scanner {
  /**
   * Moves past spaces and a character.
   *
   * @throws {NoType} If another character comes next.
   */
  expect(code: number): void {
    this.skipSpace();
    if (!this.take(code)) this.fail();
  }

  fail(): never {
    const [line = ""] = this.text.slice(this.at, Math.min(this.at + 40, this.end)).split("\n");
    throw new NoType(`'${line}' is not a type`);
  }

  /**
   * Reads a name.
   *
   * @throws {NoType} If none comes next.
   */
  name(): string {
    this.skipSpace();
    return this.word() || this.fail();
  }

  /** Reads one name or several with commas between them. */
  names(): string[] {
    const names: string[] = [];
    do {
      names.push(this.name());
      this.skipBlanks();
    } while (this.take(COMMA));
    return names;
  }

  /** Reads the entries of a list in brackets, with commas in between. */
  list(open: number, close: number, read: () => void): void {
    this.expect(open);
    for (;;) {
      this.skipSpace();
      if (this.take(close)) return;
      read();
      this.skipSpace();
      if (!this.take(COMMA) && this.code !== close) this.fail();
    }
  }

  /** Reads the members in braces, each on its own line or before a semicolon. */
  members(read: () => void): void {
    this.expect(OPEN_BRACE);
    for (;;) {
      this.toNextStatement();
      if (this.take(CLOSE_BRACE)) return;
      read();
      this.skipBlanks();
      if (!this.endsMember) this.fail();
    }
  }

  /**
   * Moves to the end of a field without its tag, or of a method of an interface; returns the
   * offset.
   */
  toMembersEnd(): number {
    this.skipBlanks();
    while (!this.endsMember) {
      if (this.word() === "") this.pass();
      this.skipBlanks();
    }
    return this.at;
  }

  /** True where a field, or a method of an interface, may end. */
  get endsMember(): boolean {
    switch (this.code) {
      case LINE_END:
      case SEMICOLON:
      case SLASH:
      case CLOSE_BRACE:
      case STRING:
      case RAW_STRING:
        return true;
      default:
        return this.isAtEnd;
    }
  }
}
