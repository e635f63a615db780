import { startsName } from "../scan/skip.ts";
import type { TypeScanner } from "../scan/type-scanner.ts";
import type { Field, GoType } from "./go-type.ts";

const STRING = 0x22;
const OPEN = 0x28;
const STAR = 0x2a;
const DOT = 0x2e;
const RAW_STRING = 0x60;

/** A reader for the types of fields. */
interface FieldTypes {
  readonly scanner: TypeScanner;
  /**
   * Returns a function that reads the type in a part of the text on its first call.
   *
   * @param start In UTF-16 units.
   */
  later(start: number, end: number): () => GoType;
  /** Returns true if the text after a word continues the type that the word begins. */
  isPartOfType(): boolean;
}

/** A field whose type is read on demand: few fields of a struct are asked for. */
class LazyField implements Field {
  readonly name: string;
  readonly embedded: boolean;
  readonly #read: () => GoType;

  constructor(name: string, read: () => GoType, embedded: boolean) {
    this.name = name;
    this.embedded = embedded;
    this.#read = read;
  }

  get type(): GoType {
    return this.#read();
  }

  /** Returns the field with its type: types are compared as JSON. */
  toJSON(): Field {
    const { name, embedded, type } = this;
    return { name, embedded, type };
  }
}

/** Reads the fields of a struct, from its opening brace on. */
export function readFields(types: FieldTypes): Field[] {
  const { scanner } = types;
  const fields: Field[] = [];
  scanner.members(() => {
    fields.push(...readField(types));
    scanner.skipBlanks();
    // The tag.
    if (scanner.code === STRING || scanner.code === RAW_STRING) scanner.pass();
  });
  return fields;
}

function readField(types: FieldTypes): Field[] {
  const { scanner } = types;
  const start = scanner.at;
  const names = startsName(scanner.code) ? scanner.names() : [];
  scanner.skipBlanks();
  const isOne = names.length === 1;
  if (names.length === 0 || (isOne && (scanner.endsMember || types.isPartOfType()))) {
    scanner.at = start;
    return [readEmbedded(types)];
  }
  const type = types.later(scanner.at, scanner.toMembersEnd());
  return names.map((name) => new LazyField(name, type, false));
}

/** Reads an embedded field, which has the name of its type. */
function readEmbedded(types: FieldTypes): Field {
  const { scanner } = types;
  const start = scanner.at;
  while (scanner.take(STAR) || scanner.take(OPEN)) scanner.skipSpace();
  let name = scanner.name();
  scanner.skipBlanks();
  if (scanner.take(DOT)) name = scanner.name();
  scanner.at = start;
  return new LazyField(name, types.later(start, scanner.toMembersEnd()), true);
}
