import { Scanner } from "./scanner.ts";
import { startsName } from "./skip.ts";

const OPEN = 0x28;
const STAR = 0x2a;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const OPEN_SQUARE = 0x5b;
const CLOSE_SQUARE = 0x5d;
const TILDE = 0x7e;

/** The header of a function or method, up to where its parameters or type parameters begin. */
export interface FunctionHeader {
  /** The names of all type parameters, those of the receiver first. */
  readonly typeParameters: readonly string[];
  /** True for a method that is declared for a pointer: `func (t *T) M()`. */
  readonly pointerReceiver: boolean;
  /** The offset after the name. */
  readonly end: number;
}

/**
 * Reads the header of a function or method.
 *
 * @param start The offset of `func`, in UTF-16 units.
 */
export function readFunctionHeader(text: string, start: number): FunctionHeader {
  const scanner = new Scanner(text, start + "func".length, text.length);
  const typeParameters: string[] = [];
  let pointerReceiver = false;
  scanner.skipSpace();
  if (scanner.code === OPEN) {
    const receiver = scanner.at;
    scanner.skipBrackets();
    const end = scanner.at;
    pointerReceiver = isPointer(text.slice(receiver + 1, end - 1));
    const brackets = text.indexOf("[", receiver);
    if (brackets !== -1 && brackets < end) typeParameters.push(...firstWords(text, brackets));
    scanner.skipSpace();
  }
  scanner.word();
  const end = scanner.at;
  scanner.skipSpace();
  if (scanner.code === OPEN_SQUARE) typeParameters.push(...firstWords(text, scanner.at));
  return { typeParameters, pointerReceiver, end };
}

/** Returns true for a receiver, without its outer parentheses, of a pointer type. */
function isPointer(receiver: string): boolean {
  const scanner = new Scanner(receiver, 0, receiver.length);
  scanner.skipSpace();
  scanner.word();
  do scanner.skipSpace();
  while (scanner.take(OPEN));
  return scanner.code === STAR;
}

/** A type's declaration after its name. */
export interface TypeSpec {
  readonly typeParameters: readonly string[];
  /** The offset of the brackets that declare them; null if there are none. */
  readonly brackets: number | null;
  /** The offset of the type. */
  readonly type: number;
}

/**
 * Reads the declaration of a type.
 *
 * @param start The offset after the name of the type, in UTF-16 units.
 */
export function readTypeSpec(text: string, start: number): TypeSpec {
  const scanner = new Scanner(text, start, text.length);
  scanner.skipBlanks();
  const brackets = declaresTypeParameters(scanner) ? scanner.at : null;
  if (brackets !== null) {
    scanner.skipBrackets();
    scanner.skipBlanks();
  }
  scanner.take(EQUALS);
  const typeParameters = brackets === null ? [] : firstWords(text, brackets);
  return { typeParameters, brackets, type: scanner.at };
}

/** Returns false for the brackets of an array or slice type. */
function declaresTypeParameters({ text, at, code }: Scanner): boolean {
  if (code !== OPEN_SQUARE) return false;
  const scanner = new Scanner(text, at + 1, text.length);
  scanner.skipSpace();
  if (scanner.word() === "") return false;
  scanner.skipSpace();
  const next = scanner.code;
  if (startsName(next) || next === TILDE || next === OPEN_SQUARE || next === COMMA) return true;
  // `[N * M]int` is an array, `[P *M,]` is not.
  return (next === STAR || next === OPEN) && entries(text, at).length > 1;
}

/** Returns the first word of each entry of a list in brackets, or an empty string. */
function firstWords(text: string, brackets: number): string[] {
  return entries(text, brackets).map((at) => new Scanner(text, at, text.length).word());
}

/**
 * Returns the offsets of the entries of a list in brackets, in UTF-16 units; a trailing comma
 * starts one more.
 */
function entries(text: string, brackets: number): number[] {
  const scanner = new Scanner(text, brackets + 1, text.length);
  scanner.skipSpace();
  const found = [scanner.at];
  while (!scanner.isAtEnd && scanner.code !== CLOSE_SQUARE) {
    if (!scanner.take(COMMA)) {
      scanner.pass();
      continue;
    }
    scanner.skipSpace();
    found.push(scanner.at);
  }
  return found;
}
