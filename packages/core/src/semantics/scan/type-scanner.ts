import { Scanner } from "./scanner.ts";

/** Why a text is no type, as a sentence for a person. */
export class NoType extends Error {}

const LINE_END = 0x0a;
const STRING = 0x22;
const COMMA = 0x2c;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const RAW_STRING = 0x60;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Goes through types and the lists in them; throws `NoType` where there is none. */
export class TypeScanner extends Scanner {
  /** Past spaces and a character that has to stand after them. */
  expect(code: number): void {
    this.skipSpace();
    if (!this.take(code)) this.fail();
  }

  fail(): never {
    const [line = ""] = this.text.slice(this.at, Math.min(this.at + 40, this.end)).split("\n");
    throw new NoType(`'${line}' is not a type`);
  }

  /** The name at hand, which has to be there. */
  name(): string {
    this.skipSpace();
    return this.word() || this.fail();
  }

  /** One name or several with commas between them. */
  names(): string[] {
    const names: string[] = [];
    do {
      names.push(this.name());
      this.skipBlanks();
    } while (this.take(COMMA));
    return names;
  }

  /** What stands between brackets with commas in between. */
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

  /** What stands in braces, each on a line of its own or before a semicolon. */
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

  /** To the end of a field without its tag, or of a method of an interface; gives the offset. */
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
