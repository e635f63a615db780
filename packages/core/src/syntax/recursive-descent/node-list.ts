import { END, FIELD_SHIFT, KIND, NAMED, NEXT, PARENT, RECORD, START } from "../node-table.ts";

const SIZE = 1 << 14;

/**
 * The nodes of a tree, children before parents. A node is added when its end is known, and then
 * takes all that were added since its beginning as its descendants.
 */
export class NodeList {
  /** The number of nodes so far. */
  count = 0;
  /** The words of the records: kind, field and flags. */
  #words = new Uint32Array(SIZE);
  #starts = new Uint32Array(SIZE);
  #ends = new Uint32Array(SIZE);
  /** The number of a node and its descendants. */
  #sizes = new Uint32Array(SIZE);
  /** Of the records: the number of each node, and which of these nodes is its parent. */
  #numbers = new Uint32Array(SIZE);
  #parents = new Uint32Array(SIZE);

  /**
   * Adds a node.
   *
   * @param first The number of nodes when it began.
   * @param start Its offsets in the text, in UTF-16 units.
   */
  add(word: number, first: number, start: number, end: number): void {
    const { count } = this;
    if (count === this.#words.length) this.#grow();
    this.#words[count] = word;
    this.#starts[count] = start;
    this.#ends[count] = end;
    this.#sizes[count] = count - first + 1;
    this.count = count + 1;
  }

  /** Returns the kind of the node that was added last. */
  get lastKind(): number {
    return (this.#words[this.count - 1] ?? 0) & 0xffff;
  }

  /** Says which field the node that was added last is in. */
  setField(field: number): void {
    this.setFieldOf(this.count - 1, field);
  }

  setFieldOf(node: number, field: number): void {
    const word = this.#words[node] ?? 0;
    this.#words[node] = (word & ~(0xff << FIELD_SHIFT)) | (field << FIELD_SHIFT);
  }

  /** Changes the kind of a named node, which is in no field afterwards. */
  setKind(node: number, kind: number): void {
    this.#words[node] = kind | NAMED;
  }

  kindOf(node: number): number {
    return (this.#words[node] ?? 0) & 0xffff;
  }

  /** Returns the number of a node and its descendants. */
  sizeOf(node: number): number {
    return this.#sizes[node] ?? 0;
  }

  /** Returns the records of a `NodeTable`, parents before children. */
  records(): Uint32Array {
    const { count } = this;
    const words = this.#words;
    const sizes = this.#sizes;
    const numbers = this.#numbers;
    const parents = this.#parents;
    const records = new Uint32Array(count * RECORD);
    numbers[count - 1] = 0;
    parents[count - 1] = count - 1;
    // The last of a node's descendants stands before it, and before that one its sibling.
    for (let node = count - 1; node >= 0; node -= 1) {
      const number = numbers[node] ?? 0;
      const size = sizes[node] ?? 0;
      const parent = parents[node] ?? 0;
      const at = number * RECORD;
      records[at + KIND] = words[node] ?? 0;
      records[at + START] = this.#starts[node] ?? 0;
      records[at + END] = this.#ends[node] ?? 0;
      records[at + PARENT] = numbers[parent] ?? 0;
      records[at + NEXT] = number + size;
      if (size > 1) {
        const last = node - 1;
        numbers[last] = number + size - (sizes[last] ?? 0);
        parents[last] = node;
      }
      const sibling = node - size;
      if (parent !== node && sibling > parent - (sizes[parent] ?? 0)) {
        numbers[sibling] = number - (sizes[sibling] ?? 0);
        parents[sibling] = parent;
      }
    }
    return records;
  }

  #grow(): void {
    this.#words = grown(this.#words);
    this.#starts = grown(this.#starts);
    this.#ends = grown(this.#ends);
    this.#sizes = grown(this.#sizes);
    this.#numbers = new Uint32Array(this.#words.length);
    this.#parents = new Uint32Array(this.#words.length);
  }
}

function grown(full: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
}
