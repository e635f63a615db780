import type { Language } from "web-tree-sitter";
import { FIELD, NODE, type FIELD_NAMES } from "./grammar.generated.ts";
import { numberOfKind, numberOfToken } from "./kinds.ts";

/** The name of a field of the grammar. */
export type FieldName = (typeof FIELD_NAMES)[number];

/** The tables of a grammar that nodes are read with. */
export interface GrammarTables {
  /** The number of its kind by symbol; a hidden one has any. */
  readonly kindOf: Uint16Array;
  /** The number of children that each production has a place for in the two tables below. */
  readonly width: number;
  /** The symbol that a child is renamed to, or 0. */
  readonly aliases: Uint16Array;
  /** The number of the field that a child is in, or 0. */
  readonly fieldsOf: Uint8Array;
}

/** The symbol of error nodes, which no grammar lists. */
const ERROR = 0xffff;

/** Offsets in the `TSLanguage` that a grammar exports: the layout of ABI 14 and 15. */
const PRODUCTION_COUNT = 28;
const ALIASES_WIDTH = 36;
const FIELD_SLICES = 64;
const FIELD_ENTRIES = 68;
const ALIASES = 84;

/**
 * Reads the tables of a grammar.
 *
 * @internal
 * @param memory The memory that the grammar was loaded into.
 */
export function readGrammarTables(language: Language, { buffer }: Uint32Array): GrammarTables {
  const memory = new DataView(buffer);
  const grammar = (language as unknown as readonly [number])[0];
  const pointer = (offset: number) => memory.getUint32(grammar + offset, true);
  const short = (address: number) => memory.getUint16(address, true);

  const productions = pointer(PRODUCTION_COUNT);
  const aliasesWidth = short(grammar + ALIASES_WIDTH);
  const entries = fieldEntries(
    productions,
    pointer(FIELD_SLICES),
    pointer(FIELD_ENTRIES),
    memory,
  );
  const width = Math.max(aliasesWidth, ...entries.map(({ child }) => child + 1));
  const aliases = new Uint16Array(productions * width);
  // The first production has no aliases, and nothing is written down for it.
  for (let production = 1; production < productions; production += 1) {
    for (let child = 0; child < aliasesWidth; child += 1) {
      const address = pointer(ALIASES) + 2 * (production * aliasesWidth + child);
      aliases[production * width + child] = short(address);
    }
  }
  const fieldsOf = new Uint8Array(productions * width);
  // Of several fields the first counts.
  for (const { production, child, field } of entries.reverse()) {
    const name = language.fields[field] as FieldName;
    fieldsOf[production * width + child] = FIELD[name];
  }
  return { kindOf: kindNumbers(language), width, aliases, fieldsOf };
}

function kindNumbers(language: Language): Uint16Array {
  const kindOf = new Uint16Array(ERROR + 1);
  for (const [symbol, name] of language.types.entries()) {
    const isNamed = language.nodeTypeIsNamed(symbol);
    kindOf[symbol] = (isNamed ? numberOfKind(name) : numberOfToken(name)) ?? 0;
  }
  kindOf[ERROR] = NODE.ERROR;
  return kindOf;
}

interface FieldEntry {
  readonly production: number;
  readonly child: number;
  readonly field: number;
}

/** Returns the fields of each production, without those that belong to its hidden children. */
function fieldEntries(
  productions: number,
  slices: number,
  map: number,
  memory: DataView,
): FieldEntry[] {
  const entries: FieldEntry[] = [];
  for (let production = 0; production < productions; production += 1) {
    const first = memory.getUint16(slices + 4 * production, true);
    const length = memory.getUint16(slices + 4 * production + 2, true);
    for (let index = first; index < first + length; index += 1) {
      const address = map + 4 * index;
      const field = memory.getUint16(address, true);
      const child = memory.getUint8(address + 2);
      if (memory.getUint8(address + 3) === 0) entries.push({ production, child, field });
    }
  }
  return entries;
}
