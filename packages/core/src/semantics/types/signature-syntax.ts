import { startsName } from "../scan/skip.ts";
import type { TypeScanner } from "../scan/type-scanner.ts";
import { unknown, type FunctionType, type GoType } from "./go-type.ts";

const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const COMMA = 0x2c;
const LESS = 0x3c;
const OPEN_SQUARE = 0x5b;

/** Keywords that begin a type. */
const KEYWORDS = new Set(["chan", "func", "interface", "map", "struct"]);

/** A reader for the types of parameters and results. */
interface ParameterTypes {
  readonly scanner: TypeScanner;
  type(): GoType;
  /** The signature in a part of the text, read when it is asked for; none in a summary. */
  laterSignature(start: number, end: number): Pick<FunctionType, "signature">;
  /** Returns the type that a single word denotes. */
  named(word: string, offset: number): GoType;
  /** Returns true if the text after a word continues the type that the word begins. */
  isPartOfType(): boolean;
}

/**
 * Reads parameters and results, from the opening parenthesis on.
 *
 * @param all False if parameters are only wanted of iterators: those of other functions have
 *   no influence on the type of a call, and refer to many packages.
 */
export function readSignature(types: ParameterTypes, all: boolean): FunctionType {
  const { scanner } = types;
  scanner.skipSpace();
  const start = scanner.at;
  if (scanner.code !== OPEN) scanner.fail();
  scanner.skipBrackets();
  const end = scanner.at;
  const results = readResults(types);
  const after = scanner.at;
  const withoutParameters = (): FunctionType => ({
    kind: "function",
    results,
    ...types.laterSignature(start, after),
  });
  if (!all && (results.length > 0 || !scanner.text.slice(start, end).includes("func")))
    return withoutParameters();
  scanner.at = start;
  const signature: FunctionType = { kind: "function", results, ...readParameters(types) };
  scanner.at = after;
  const isIterator =
    signature.parameters?.length === 1 && signature.parameters[0]?.kind === "function";
  return all || isIterator ? signature : withoutParameters();
}

function readResults(types: ParameterTypes): readonly GoType[] {
  const { scanner } = types;
  scanner.skipBlanks();
  const { code } = scanner;
  if (code === OPEN) return readParameters(types).parameters;
  const isType = code === STAR || code === OPEN_SQUARE || code === LESS || startsName(code);
  return isType ? [types.type()] : [];
}

/** Reads a list of parameters or results: either all have names or none. */
function readParameters(types: ParameterTypes): { parameters: GoType[]; variadic?: boolean } {
  const { scanner } = types;
  const parameters: GoType[] = [];
  /** Single words are names if a type comes after them, and else types. */
  let words: { index: number; word: string; at: number }[] = [];
  let variadic = false;
  scanner.list(OPEN, CLOSE, () => {
    const at = scanner.at;
    const word = scanner.word();
    scanner.skipSpace();
    const isWord = word !== "" && !KEYWORDS.has(word);
    if (isWord && (scanner.code === COMMA || scanner.code === CLOSE)) {
      words.push({ index: parameters.length, word, at });
      parameters.push(unknown(`'${word}' has no type`));
      return;
    }
    const hasName = isWord && !types.isPartOfType();
    if (!hasName) scanner.at = at;
    variadic = scanner.takeText("...");
    const written = types.type();
    const type: GoType = variadic ? { kind: "slice", element: written } : written;
    if (hasName) {
      for (const { index } of words) parameters[index] = type;
      words = [];
    }
    parameters.push(type);
  });
  for (const { index, word, at } of words) parameters[index] = types.named(word, at);
  return variadic ? { parameters, variadic } : { parameters };
}
