import { KINDS, numberOfKind } from "./kinds.ts";

/** The number of words in the record of a node. */
export const RECORD = 5;
/** The number of the kind, above it that of the field, above that the flags. */
export const KIND = 0;
/** The offsets of a node, in UTF-16 units. */
export const START = 1;
export const END = 2;
/** The number of the parent. */
export const PARENT = 3;
/** The number of the first node after the node and its descendants. */
export const NEXT = 4;

export const FIELD_SHIFT = 16;
export const NAMED = 1 << 24;
export const HAS_ERROR = 1 << 25;
export const MISSING = 1 << 26;

/**
 * The nodes of a tree as numbers, in the order of the text, parents before children: all named
 * nodes, and of the others those that are in a field or missing.
 */
export class NodeTable {
  /** The number of nodes. */
  readonly size: number;
  readonly records: Uint32Array;

  /** @param records One record for each node. */
  constructor(records: Uint32Array) {
    this.size = records.length / RECORD;
    this.records = records;
  }

  kindOf(node: number): string {
    return KINDS[this.#kindNumber(node)] ?? "";
  }

  startOf(node: number): number {
    return this.#read(node, START);
  }

  endOf(node: number): number {
    return this.#read(node, END);
  }

  /** Returns the parent of a node, or null for the root. */
  parentOf(node: number): number | null {
    return node === 0 ? null : this.#read(node, PARENT);
  }

  /** Returns the first node after a node and its descendants. */
  subtreeEnd(node: number): number {
    return this.#read(node, NEXT);
  }

  /** Returns true if a node has a flag: `NAMED`, `HAS_ERROR` or `MISSING`. */
  has(node: number, flag: number): boolean {
    return (this.#read(node, KIND) & flag) !== 0;
  }

  /**
   * Returns the first child in a field, or null.
   *
   * @param field Its number in `FIELD`.
   */
  inField(node: number, field: number): number | null {
    const end = this.subtreeEnd(node);
    for (let child = node + 1; child < end; child = this.subtreeEnd(child)) {
      if (this.fieldOf(child) === field) return child;
    }
    return null;
  }

  /** Returns the named children, or those of them in a field. */
  namedChildren(node: number, field?: number): number[] {
    const children: number[] = [];
    const end = this.subtreeEnd(node);
    for (let child = node + 1; child < end; child = this.subtreeEnd(child)) {
      if (!this.has(child, NAMED)) continue;
      if (field === undefined || this.fieldOf(child) === field) children.push(child);
    }
    return children;
  }

  /** Returns the children: the named ones, and of the others those in a field or missing. */
  children(node: number): number[] {
    const children: number[] = [];
    const end = this.subtreeEnd(node);
    for (let child = node + 1; child < end; child = this.subtreeEnd(child))
      children.push(child);
    return children;
  }

  /** Returns the number in `FIELD` of the field that a node is in, or 0. */
  fieldOf(node: number): number {
    return (this.#read(node, KIND) >>> FIELD_SHIFT) & 0xff;
  }

  /** Yields all named nodes. */
  *named(): Generator<number> {
    for (let node = 0; node < this.size; node += 1) if (this.has(node, NAMED)) yield node;
  }

  /** Returns the named nodes of some kinds in a range of numbers, without its end. */
  ofKinds(kinds: readonly string[], first: number, end: number): number[] {
    const wanted = new Uint8Array(KINDS.length);
    for (const kind of kinds) {
      const number = numberOfKind(kind);
      if (number !== undefined) wanted[number] = 1;
    }
    const found: number[] = [];
    for (let node = first; node < end; node += 1) {
      if (wanted[this.#kindNumber(node)] === 1) found.push(node);
    }
    return found;
  }

  /** Returns the innermost named node around an offset, in UTF-16 units. */
  at(offset: number): number {
    let found = 0;
    let node = 1;
    let end = this.subtreeEnd(0);
    while (node < end) {
      if (offset < this.startOf(node)) break;
      if (offset >= this.endOf(node)) {
        node = this.subtreeEnd(node);
        continue;
      }
      if (this.has(node, NAMED)) found = node;
      end = this.subtreeEnd(node);
      node += 1;
    }
    return found;
  }

  #kindNumber(node: number): number {
    return this.#read(node, KIND) & 0xffff;
  }

  #read(node: number, what: number): number {
    return this.records[node * RECORD + what] ?? 0;
  }
}
