import { FIELD, type FieldName } from "./grammar-tables.ts";
import type { NodeKind } from "./grammar.generated.ts";
import {
  END,
  FIELD_SHIFT,
  KIND,
  NAMED,
  NEXT,
  NodeTable,
  PARENT,
  RECORD,
  START,
} from "./node-table.ts";

/**
 * Returns the conversions that are calls unless their type is one: the grammar reads
 * `f[T](x)` and `table[key](x)`, with exactly one argument, as conversions.
 */
export function possibleCalls(table: NodeTable): number[] {
  return table
    .ofKinds(["type_conversion_expression"], 0, table.size)
    .filter((conversion) => genericTypeOf(conversion, table) !== null);
}

/**
 * Returns the `f[T]` of a conversion `f[T](x)` or `(f[T])(x)`, or null for a conversion to
 * another type.
 */
export function genericTypeOf(conversion: number, table: NodeTable): number | null {
  const outer = table.inField(conversion, FIELD.type);
  let type = outer;
  while (type !== null && table.kindOf(type) === "parenthesized_type") {
    [type = null] = table.namedChildren(type);
  }
  if (type === null || table.kindOf(type) !== "generic_type") return null;
  // Several type arguments in parentheses have another shape, and nobody writes them.
  return type === outer || onlyTypeArgument(type, table) !== null ? type : null;
}

/** Returns the name that is the only type argument of a generic type, or null. */
function onlyTypeArgument(type: number, table: NodeTable): number | null {
  const list = table.inField(type, FIELD.type_arguments);
  const name = list === null ? null : list + 2;
  if (list === null || name === null || table.subtreeEnd(list) !== name + 1) return null;
  return table.kindOf(name) === "type_identifier" ? name : null;
}

/**
 * Returns a table in which some conversions are calls, in the shape that the grammar gives
 * to calls with two arguments: the function of `f[T](x)` is an `index_expression`, and
 * that of `f[K, V](x)` is `f`, which stands beside `type_arguments`.
 *
 * @param conversions Numbers of nodes, from `possibleCalls`.
 */
export function withCalls(
  table: NodeTable,
  text: string,
  conversions: readonly number[],
): NodeTable {
  const rewriting = new Rewriting(table, text);
  for (const conversion of conversions) rewriting.makeCall(conversion);
  return rewriting.result();
}

const FIELD_BITS = 0xff << FIELD_SHIFT;

/** A node of the new table; `next` is a number of the old one. */
interface Entry {
  word: number;
  readonly start: number;
  readonly end: number;
  parent: Entry | null;
  readonly next: number;
  number: number;
}

class Rewriting {
  readonly #table: NodeTable;
  readonly #text: string;
  /** By the numbers of the old table; null for a node that is left out. */
  readonly #entries: (Entry | null)[] = [];
  /** The argument lists of the calls, by the number of the node that they stand before. */
  readonly #lists = new Map<number, Entry>();

  constructor(table: NodeTable, text: string) {
    this.#table = table;
    this.#text = text;
    const { records } = table;
    for (let node = 0; node < table.size; node += 1) {
      const [word = 0, start = 0, end = 0, parent = 0, next = 0] = records.subarray(
        node * RECORD,
        (node + 1) * RECORD,
      );
      const above = node === 0 ? null : (this.#entries[parent] ?? null);
      this.#entries.push({ word, start, end, parent: above, next, number: 0 });
    }
  }

  makeCall(conversion: number): void {
    const table = this.#table;
    const outer = table.inField(conversion, FIELD.type);
    const type = genericTypeOf(conversion, table);
    const name = type && table.inField(type, FIELD.type);
    const list = type && table.inField(type, FIELD.type_arguments);
    const call = this.#entries[conversion];
    if (!outer || !type || !name || !list || !call) return;
    this.#change(conversion, "call_expression");
    const index = onlyTypeArgument(type, table);
    if (index === null) {
      this.#makeExpression(name, "function", call);
      this.#change(list, "type_arguments", "type_arguments", call);
      this.#entries[type] = null;
    } else {
      for (let node = outer; node < type; node += 1) {
        this.#change(node, "parenthesized_expression");
      }
      this.#change(type, "index_expression");
      this.#setField(outer, "function");
      this.#makeExpression(name, "operand");
      this.#change(index, "identifier", "index", this.#entries[type]);
      this.#entries[list] = null;
      this.#entries[list + 1] = null;
    }
    this.#addArguments(call, table.subtreeEnd(outer), table.endOf(outer));
  }

  /** Puts the nodes from a number on to the end of a call into a list of arguments. */
  #addArguments(call: Entry, first: number, after: number): void {
    const list: Entry = {
      word: NAMED | this.#kindNumber("argument_list") | (FIELD.arguments << FIELD_SHIFT),
      start: this.#text.indexOf("(", after),
      end: call.end,
      parent: call,
      next: call.next,
      number: 0,
    };
    this.#lists.set(first, list);
    for (let child = first; child < call.next; child = this.#table.subtreeEnd(child)) {
      const entry = this.#entries[child];
      if (!entry) continue;
      entry.word &= ~FIELD_BITS;
      entry.parent = list;
    }
  }

  /** Makes an expression of the name of a type. */
  #makeExpression(name: number, field: FieldName, parent?: Entry): void {
    const table = this.#table;
    if (table.kindOf(name) === "type_identifier") {
      this.#change(name, "identifier", field, parent);
      return;
    }
    this.#change(name, "selector_expression", field, parent);
    const [qualifier = 0, selected = 0] = table.namedChildren(name);
    this.#change(qualifier, "identifier", "operand");
    this.#change(selected, "field_identifier", "field");
  }

  #change(node: number, kind: NodeKind, field?: FieldName, parent?: Entry | null): void {
    const entry = this.#entries[node];
    if (!entry) return;
    entry.word = (entry.word & ~0xffff) | this.#kindNumber(kind);
    if (field) this.#setField(node, field);
    if (parent) entry.parent = parent;
  }

  #setField(node: number, field: FieldName): void {
    const entry = this.#entries[node];
    if (entry) entry.word = (entry.word & ~FIELD_BITS) | (FIELD[field] << FIELD_SHIFT);
  }

  #kindNumber(kind: NodeKind): number {
    return this.#table.grammar.numbersOf.get(kind)?.[0] ?? 0;
  }

  result(): NodeTable {
    const kept: Entry[] = [];
    /** The new numbers of the first nodes at or after each node of the old table. */
    const numbers: number[] = [];
    for (let node = 0; node <= this.#table.size; node += 1) {
      numbers.push(kept.length);
      for (const entry of [this.#lists.get(node), this.#entries[node]]) {
        if (entry) kept.push(Object.assign(entry, { number: kept.length }));
      }
    }
    const records = new Uint32Array(kept.length * RECORD);
    for (const { word, start, end, parent, next, number } of kept) {
      const at = number * RECORD;
      records[at + KIND] = word;
      records[at + START] = start;
      records[at + END] = end;
      records[at + PARENT] = parent?.number ?? 0;
      records[at + NEXT] = numbers[next] ?? 0;
    }
    return new NodeTable(records, this.#table.grammar);
  }
}
