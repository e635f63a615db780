import type { FieldName } from "./grammar-tables.ts";
import { FIELD, NODE, type NodeKind } from "./grammar.generated.ts";
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

class Rewriting {
  readonly #table: NodeTable;
  readonly #text: string;
  readonly #size: number;
  /** The records of the old table, then those of the argument lists; parents are their numbers. */
  #records: Uint32Array;
  #count: number;
  /** 1 for each node that goes. */
  readonly #removed: Uint8Array;
  /** The argument lists of the calls, by the number of the node that they stand before; or 0. */
  readonly #lists: Uint32Array;

  constructor(table: NodeTable, text: string) {
    this.#table = table;
    this.#text = text;
    this.#size = table.size;
    this.#count = table.size;
    this.#records = table.records.slice();
    this.#removed = new Uint8Array(table.size);
    this.#lists = new Uint32Array(table.size + 1);
  }

  makeCall(conversion: number): void {
    const table = this.#table;
    const outer = table.inField(conversion, FIELD.type);
    const type = genericTypeOf(conversion, table);
    const name = type && table.inField(type, FIELD.type);
    const list = type && table.inField(type, FIELD.type_arguments);
    if (!outer || !type || !name || !list) return;
    this.#change(conversion, "call_expression");
    const index = onlyTypeArgument(type, table);
    if (index === null) {
      this.#makeExpression(name, "function", conversion);
      this.#change(list, "type_arguments", "type_arguments", conversion);
      this.#removed[type] = 1;
    } else {
      for (let node = outer; node < type; node += 1) {
        this.#change(node, "parenthesized_expression");
      }
      this.#change(type, "index_expression");
      this.#setField(outer, "function");
      this.#makeExpression(name, "operand");
      this.#change(index, "identifier", "index", type);
      this.#removed.fill(1, list, list + 2);
    }
    this.#addArguments(conversion, table.subtreeEnd(outer), table.endOf(outer));
  }

  /** Puts the nodes from a number on to the end of a call into a list of arguments. */
  #addArguments(call: number, first: number, after: number): void {
    const list = this.#add([
      NAMED | NODE.argument_list | (FIELD.arguments << FIELD_SHIFT),
      this.#text.indexOf("(", after),
      this.#table.endOf(call),
      call,
      this.#table.subtreeEnd(call),
    ]);
    this.#lists[first] = list;
    const end = this.#table.subtreeEnd(call);
    for (let child = first; child < end; child = this.#table.subtreeEnd(child)) {
      if (this.#removed[child] === 1) continue;
      this.#setWord(child, this.#wordOf(child) & ~FIELD_BITS);
      this.#setParent(child, list);
    }
  }

  /** Adds a record, and returns its number. */
  #add(record: readonly number[]): number {
    const at = this.#count * RECORD;
    if (at === this.#records.length) {
      const larger = new Uint32Array(at + 64 * RECORD);
      larger.set(this.#records);
      this.#records = larger;
    }
    this.#records.set(record, at);
    this.#count += 1;
    return this.#count - 1;
  }

  /** Makes an expression of the name of a type. */
  #makeExpression(name: number, field: FieldName, parent?: number): void {
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

  #change(node: number, kind: NodeKind, field?: FieldName, parent?: number): void {
    if (this.#removed[node] === 1) return;
    this.#setWord(node, (this.#wordOf(node) & ~0xffff) | NODE[kind]);
    if (field) this.#setField(node, field);
    if (parent !== undefined) this.#setParent(node, parent);
  }

  #setField(node: number, field: FieldName): void {
    this.#setWord(node, (this.#wordOf(node) & ~FIELD_BITS) | (FIELD[field] << FIELD_SHIFT));
  }

  #wordOf(node: number): number {
    return this.#records[node * RECORD + KIND] ?? 0;
  }

  #setWord(node: number, word: number): void {
    this.#records[node * RECORD + KIND] = word;
  }

  #setParent(node: number, parent: number): void {
    this.#records[node * RECORD + PARENT] = parent;
  }

  result(): NodeTable {
    const old = this.#records;
    /** The new numbers of nodes, and of the first nodes at or after each one. */
    const numbers = new Uint32Array(this.#count);
    const firsts = new Uint32Array(this.#size + 1);
    let count = 0;
    const order = new Uint32Array(this.#count);
    const keep = (node: number) => {
      numbers[node] = count;
      order[count] = node;
      count += 1;
    };
    for (let node = 0; node <= this.#size; node += 1) {
      firsts[node] = count;
      const list = this.#lists[node] ?? 0;
      if (list !== 0) keep(list);
      if (node < this.#size && this.#removed[node] !== 1) keep(node);
    }
    const records = new Uint32Array(count * RECORD);
    for (let number = 0; number < count; number += 1) {
      const [from, at] = [(order[number] ?? 0) * RECORD, number * RECORD];
      records[at + KIND] = old[from + KIND] ?? 0;
      records[at + START] = old[from + START] ?? 0;
      records[at + END] = old[from + END] ?? 0;
      records[at + PARENT] = numbers[old[from + PARENT] ?? 0] ?? 0;
      records[at + NEXT] = firsts[old[from + NEXT] ?? 0] ?? 0;
    }
    return new NodeTable(records);
  }
}
