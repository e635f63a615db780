import { readSignature } from "./signature-syntax.ts";
import { readFields } from "./struct-syntax.ts";
import { NoType, TypeScanner } from "../scan/type-scanner.ts";
import {
  unknown,
  type FunctionType,
  type GoType,
  type InterfaceType,
  type TypeParameter,
  type UnknownType,
} from "./go-type.ts";

/** Says what the names in a written type mean. */
export interface TypeNames {
  /**
   * The type that a name stands for.
   *
   * @param offset Where it stands, in UTF-16 units.
   * @param given Its type arguments, if it is written with some.
   */
  typeNamed(name: string, offset: number, given?: readonly GoType[]): GoType;
  /** The type `qualifier.name`. */
  qualified(qualifier: string, name: string, offset: number, given?: readonly GoType[]): GoType;
}

/** Deeper than any type that a person wrote; it keeps a hostile file from the stack's end. */
const MAX_DEPTH = 200;

const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const COMMA = 0x2c;
const DOT = 0x2e;
const LESS = 0x3c;
const OPEN_SQUARE = 0x5b;
const CLOSE_SQUARE = 0x5d;
const BAR = 0x7c;
const TILDE = 0x7e;

/**
 * What is read of a text; unknown if the text is no type there. Text is read and no
 * tree, because of most files one wants a few types and nothing else.
 *
 * @param range The offsets of the first character and after the last, in UTF-16 units.
 */
export function readSyntax<T>(
  text: string,
  range: readonly [start: number, end: number],
  names: TypeNames,
  read: (syntax: TypeSyntax) => T,
): T | UnknownType {
  try {
    return read(new TypeSyntax(new TypeScanner(text, ...range), names));
  } catch (error) {
    if (error instanceof NoType) return unknown(error.message);
    throw error;
  }
}

/** Reads types where a scanner stands; throws `NoType` where there is none. */
export class TypeSyntax {
  readonly scanner: TypeScanner;
  readonly #names: TypeNames;
  #depth = 0;

  constructor(scanner: TypeScanner, names: TypeNames) {
    this.scanner = scanner;
    this.#names = names;
  }

  /** A type with nothing after it. */
  whole(): GoType {
    const type = this.constraint();
    this.scanner.skipSpace();
    if (!this.scanner.isAtEnd) this.scanner.fail();
    return type;
  }

  type(): GoType {
    if (this.#depth === MAX_DEPTH) throw new NoType("the type is nested too deeply");
    this.#depth += 1;
    const type = this.#read();
    this.#depth -= 1;
    return type;
  }

  /** A type, `~T`, or several with `|` between them. */
  constraint(): GoType {
    const { scanner } = this;
    const only = this.#term();
    scanner.skipBlanks();
    if (scanner.code !== BAR) return only;
    while (scanner.take(BAR)) {
      this.#term();
      scanner.skipBlanks();
    }
    return unknown("a union of types has no one type");
  }

  /** What a list in brackets declares, in its order. */
  typeParameters(): TypeParameter[] {
    const { scanner } = this;
    const declared: TypeParameter[] = [];
    scanner.list(OPEN_SQUARE, CLOSE_SQUARE, () => {
      const names = scanner.names();
      const constraint = this.constraint();
      for (const name of names) declared.push({ name, constraint });
    });
    return declared;
  }

  /** What stands after a function's name: type parameters, parameters and results. */
  function(): FunctionType {
    this.scanner.skipSpace();
    if (this.scanner.code !== OPEN_SQUARE) return this.signature(false);
    const typeParameters = this.typeParameters();
    return { ...this.signature(true), typeParameters };
  }

  /** Parameters and results; of most functions the results alone unless all are wanted. */
  signature(all: boolean): FunctionType {
    return readSignature(this, all);
  }

  /** The type in a stretch of the text, which is read when it is asked for. */
  later(start: number, end: number): () => GoType {
    const { text } = this.scanner;
    const names = this.#names;
    let type: GoType | undefined;
    return () => (type ??= readSyntax(text, [start, end], names, (syntax) => syntax.whole()));
  }

  /** The type that a single word stands for. */
  named(word: string, offset: number): GoType {
    return this.#names.typeNamed(word, offset);
  }

  #read(): GoType {
    const { scanner } = this;
    scanner.skipSpace();
    switch (scanner.code) {
      case STAR:
        scanner.at += 1;
        return { kind: "pointer", element: this.type() };
      case OPEN: {
        scanner.at += 1;
        const inner = this.constraint();
        scanner.expect(CLOSE);
        return inner;
      }
      case OPEN_SQUARE:
        return this.#sequence();
      case LESS:
        if (!scanner.takeText("<-") || scanner.name() !== "chan") scanner.fail();
        return { kind: "channel", element: this.type() };
      default:
        return this.#word();
    }
  }

  #word(): GoType {
    const { scanner } = this;
    const start = scanner.at;
    const word = scanner.word();
    switch (word) {
      case "":
        return scanner.fail();
      case "chan":
        scanner.skipBlanks();
        scanner.takeText("<-");
        return { kind: "channel", element: this.type() };
      case "func":
        return this.signature(true);
      case "interface":
        return this.#interface();
      case "map": {
        scanner.expect(OPEN_SQUARE);
        const key = this.type();
        scanner.expect(CLOSE_SQUARE);
        return { kind: "map", key, element: this.type() };
      }
      case "struct":
        return { kind: "struct", fields: readFields(this) };
      default:
        return this.#typeName(word, start);
    }
  }

  #typeName(word: string, start: number): GoType {
    const { scanner } = this;
    scanner.skipBlanks();
    const name = scanner.take(DOT) ? scanner.name() : null;
    if (name !== null) scanner.skipBlanks();
    const given = scanner.code === OPEN_SQUARE ? this.#typeArguments() : undefined;
    return name === null
      ? this.#names.typeNamed(word, start, given)
      : this.#names.qualified(word, name, start, given);
  }

  #typeArguments(): GoType[] {
    const given: GoType[] = [];
    this.scanner.list(OPEN_SQUARE, CLOSE_SQUARE, () => {
      given.push(this.type());
    });
    return given;
  }

  /** A slice or an array. */
  #sequence(): GoType {
    const { scanner } = this;
    const start = scanner.at;
    scanner.at += 1;
    scanner.skipSpace();
    const isSlice = scanner.code === CLOSE_SQUARE;
    scanner.at = start;
    scanner.skipBrackets();
    return { kind: isSlice ? "slice" : "array", element: this.type() };
  }

  #term(): GoType {
    this.scanner.skipSpace();
    if (!this.scanner.take(TILDE)) return this.type();
    return { kind: "interface", methods: new Map(), embedded: [], underlying: this.type() };
  }

  /** True if what comes after a word belongs to the type that the word begins. */
  isPartOfType(): boolean {
    const { scanner } = this;
    if (scanner.code === DOT) return !scanner.text.startsWith("...", scanner.at);
    return scanner.code === OPEN_SQUARE && this.#areTypeArguments();
  }

  /** True for brackets that no type follows. */
  #areTypeArguments(): boolean {
    const { scanner } = this;
    const start = scanner.at;
    scanner.skipBrackets();
    scanner.skipBlanks();
    const { code, endsMember } = scanner;
    scanner.at = start;
    return code === COMMA || code === CLOSE || endsMember;
  }

  #interface(): InterfaceType {
    const { scanner } = this;
    const methods = new Map<string, FunctionType>();
    const embedded: GoType[] = [];
    scanner.members(() => {
      const start = scanner.at;
      const name = scanner.word();
      scanner.skipBlanks();
      if (name !== "" && scanner.code === OPEN) {
        methods.set(name, this.signature(false));
      } else {
        scanner.at = start;
        embedded.push(this.constraint());
      }
    });
    return { kind: "interface", methods, embedded };
  }
}
