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

/** The meanings of the names in a type expression. */
export interface TypeNames {
  /** True for a text whose functions have no parameters. */
  readonly isSummary?: boolean;
  /**
   * Returns the type that a name denotes.
   *
   * @param offset The offset of the name, in UTF-16 units.
   * @param typeArguments The type arguments after the name, if there are any.
   */
  typeNamed(name: string, offset: number, typeArguments?: readonly GoType[]): GoType;
  /** Returns the type `qualifier.name`. */
  qualified(
    qualifier: string,
    name: string,
    offset: number,
    typeArguments?: readonly GoType[],
  ): GoType;
}

/** A limit for the nesting of types, which keeps a hostile file from exhausting the stack. */
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
 * Reads a part of a text; returns an unknown type if it is not a type. It needs no tree,
 * because few types of a file are asked for.
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

/** Reads types at a scanner's position; throws `NoType` where there is none. */
export class TypeSyntax {
  readonly scanner: TypeScanner;
  readonly #names: TypeNames;
  #depth = 0;

  constructor(scanner: TypeScanner, names: TypeNames) {
    this.scanner = scanner;
    this.#names = names;
  }

  /** Reads a type that ends with the text. */
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

  /** Reads a type, `~T`, or a union of them. */
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

  /** Reads a list of type parameters in brackets. */
  typeParameters(): TypeParameter[] {
    const { scanner } = this;
    const typeParameters: TypeParameter[] = [];
    scanner.list(OPEN_SQUARE, CLOSE_SQUARE, () => {
      const names = scanner.names();
      const constraint = this.constraint();
      for (const name of names) typeParameters.push({ name, constraint });
    });
    return typeParameters;
  }

  /** Reads the rest of a function after its name: type parameters, parameters and results. */
  function(): FunctionType {
    this.scanner.skipSpace();
    if (this.scanner.code !== OPEN_SQUARE) return this.signature(false);
    const typeParameters = this.typeParameters();
    return { ...this.signature(true), typeParameters };
  }

  /** Reads parameters and results; the parameters of most functions only if all are wanted. */
  signature(all: boolean): FunctionType {
    return readSignature(this, all);
  }

  /**
   * Returns a function that reads the type in a part of the text on its first call.
   *
   * @param start In UTF-16 units.
   */
  later(start: number, end: number): () => GoType {
    const { text } = this.scanner;
    const names = this.#names;
    let type: GoType | undefined;
    return () => (type ??= readSyntax(text, [start, end], names, (syntax) => syntax.whole()));
  }

  /** The signature in a part of the text, read when it is asked for; none in a summary. */
  laterSignature(start: number, end: number): Pick<FunctionType, "signature"> {
    const { text } = this.scanner;
    const names = this.#names;
    if (names.isSummary) return {};
    const signature = (): FunctionType => {
      const read = readSyntax(text, [start, end], names, (syntax) => syntax.signature(true));
      return read.kind === "function" ? read : { kind: "function", results: [] };
    };
    return { signature };
  }

  /** Returns the type that a single word denotes. */
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
    const typeArguments = scanner.code === OPEN_SQUARE ? this.#typeArguments() : undefined;
    return name === null
      ? this.#names.typeNamed(word, start, typeArguments)
      : this.#names.qualified(word, name, start, typeArguments);
  }

  #typeArguments(): GoType[] {
    const typeArguments: GoType[] = [];
    this.scanner.list(OPEN_SQUARE, CLOSE_SQUARE, () => {
      typeArguments.push(this.type());
    });
    return typeArguments;
  }

  /** Reads a slice or array type. */
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

  /** Returns true if the text after a word continues the type that the word begins. */
  isPartOfType(): boolean {
    const { scanner } = this;
    if (scanner.code === DOT) return !scanner.text.startsWith("...", scanner.at);
    return scanner.code === OPEN_SQUARE && this.#areTypeArguments();
  }

  /** Returns true for brackets without a type after them. */
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
