import type { GrammarTables } from "./grammar-tables.ts";
import { NAMED_KINDS } from "./kinds.ts";
import {
  END,
  FIELD_SHIFT,
  HAS_ERROR,
  KIND,
  MISSING,
  NAMED,
  NEXT,
  PARENT,
  RECORD,
  START,
} from "./node-table.ts";

/** Offsets in tree-sitter's `SubtreeHeapData`, in words of four bytes. */
const PADDING = 1;
const SIZE = 4;
const ERROR_COST = 8;
const CHILD_COUNT = 9;
/** The symbol below, the parser's state above. */
const SYMBOL = 10;
const BITS = 11;
/** The production above, another number below. */
const PRODUCTION = 16;

/** Bits of a `SubtreeHeapData`; those of a node without one stand one higher. */
const VISIBLE_BIT = 1;
const NAMED_BIT = 2;
const EXTRA_BIT = 4;
const MISSING_BIT = 1 << 9;
const INLINE_MISSING_BIT = 1 << 4;

/** A child's place among those of a node, each a pointer or a node of eight bytes. */
const CHILD = 8;

/** The state of a node while its children are read. */
class Frame {
  /** The addresses of the next child and of the end of all. */
  at = 0;
  end = 0;
  /** The offset of the space before the next child, in bytes of UTF-16. */
  position = 0;
  /** The number of children so far that the grammar counts: comments are not counted. */
  counted = 0;
  production = 0;
  /** The field of the node itself, if it is hidden: its children are in it. */
  field = 0;
  /** The number of the recorded node around the children; `isRecorded` if it is this node. */
  parent = 0;
  isRecorded = false;
}

/** The records of a tree, and where those of its top-level nodes are. */
export interface TreeRecords {
  readonly records: Uint32Array;
  /** The top-level nodes that have children, by address. */
  readonly topLevel: ReadonlyMap<number, TopLevelNode>;
}

interface TopLevelNode {
  /** Its number in the records. */
  readonly number: number;
  /** The offset of the space before it, in bytes of UTF-16. */
  readonly position: number;
}

let records = new Uint32Array(RECORD << 14);
const frames: Frame[] = [];

function frameAt(depth: number): Frame {
  return (frames[depth] ??= new Frame());
}

/**
 * Reads a tree from the parser's memory, all at once: asking the parser for one node after
 * another costs more than to parse. The layout of that memory is internal to web-tree-sitter
 * and may change with any release; so its version is fixed, and a test compares these nodes
 * with its own.
 *
 * @param root The address of the root, which is its `id`.
 * @param words The parser's memory.
 * @param last The records of the last tree, of which this one was made by an edit, and which
 *   is still there: a top-level node that both have is copied.
 */
export function readNodes(
  root: number,
  words: Uint32Array,
  { kindOf, aliases, fieldsOf, width }: GrammarTables,
  last?: TreeRecords,
): TreeRecords {
  const topLevel = new Map<number, TopLevelNode>();
  let count = 0;
  let depth = 0;
  let frame = frameAt(0);
  Object.assign(frame, new Frame(), { at: root, end: root + CHILD });
  for (;;) {
    if (frame.at === frame.end) {
      if (frame.isRecorded) records[frame.parent * RECORD + NEXT] = count;
      if (depth === 0) return { records: records.slice(0, count * RECORD), topLevel };
      depth -= 1;
      frame = frameAt(depth);
      continue;
    }
    const slot = frame.at >>> 2;
    frame.at += CHILD;
    const word = words[slot] ?? 0;
    // Small leaves stand where others have a pointer, which is even.
    const isInline = (word & 1) === 1;
    const data = word >>> 2;
    const inline = words[slot + 1] ?? 0;
    const bits = isInline ? word >>> 1 : (words[data + BITS] ?? 0);
    const padding = isInline ? (inline >>> 16) & 0xff : (words[data + PADDING] ?? 0);
    const size = isInline ? inline >>> 24 : (words[data + SIZE] ?? 0);
    const children = isInline ? 0 : (words[data + CHILD_COUNT] ?? 0);

    let alias = 0;
    let field = 0;
    if ((bits & EXTRA_BIT) === 0) {
      field = frame.field;
      if (frame.production !== 0 && frame.counted < width) {
        const place = frame.production * width + frame.counted;
        alias = aliases[place] ?? 0;
        field = fieldsOf[place] || field;
      }
      frame.counted += 1;
    }
    const isVisible = alias !== 0 || (bits & VISIBLE_BIT) !== 0;
    const isNamed = alias !== 0 ? (kindOf[alias] ?? 0) < NAMED_KINDS : (bits & NAMED_BIT) !== 0;
    const isMissing = (bits & (isInline ? INLINE_MISSING_BIT : MISSING_BIT)) !== 0;
    const number = count;
    const isRecorded = isVisible && (isNamed || field !== 0 || isMissing);
    if (isRecorded) {
      const at = number * RECORD;
      if (at === records.length) records = grown(records);
      const own = isInline ? (word >>> 8) & 0xff : (words[data + SYMBOL] ?? 0) & 0xffff;
      const hasError = isMissing || (!isInline && words[data + ERROR_COST] !== 0);
      records[at + KIND] =
        (kindOf[alias || own] ?? 0) |
        (field << FIELD_SHIFT) |
        (isNamed ? NAMED : 0) |
        (isMissing ? MISSING : 0) |
        (hasError ? HAS_ERROR : 0);
      const start = frame.position + padding;
      records[at + START] = start >>> 1;
      records[at + END] = (start + size) >>> 1;
      records[at + PARENT] = frame.parent;
      count += 1;
      records[at + NEXT] = count;
    }
    const { position, parent } = frame;
    frame.position = position + padding + size;
    if (children === 0) continue;
    if (isRecorded && number > 0 && parent === 0) {
      topLevel.set(word, { number, position });
      const same = last?.topLevel.get(word);
      if (last && same) {
        count = copyDescendants(last.records, same, { number, position });
        continue;
      }
    }
    depth += 1;
    frame = frameAt(depth);
    frame.end = word;
    frame.at = word - children * CHILD;
    // The space before a node is the space before its first child.
    frame.position = position;
    frame.counted = 0;
    frame.production = (words[data + PRODUCTION] ?? 0) >>> 16;
    frame.field = isVisible ? 0 : field;
    frame.parent = isRecorded ? number : parent;
    frame.isRecorded = isRecorded;
  }
}

/** Copies the descendants of a top-level node of another tree, and returns the next number. */
function copyDescendants(from: Uint32Array, before: TopLevelNode, now: TopLevelNode): number {
  const offset = (now.position - before.position) / 2;
  const added = now.number - before.number;
  const end = (from[before.number * RECORD + NEXT] ?? 0) + added;
  while (end * RECORD > records.length) records = grown(records);
  const first = now.number + 1;
  const copied = from.subarray((before.number + 1) * RECORD, (end - added) * RECORD);
  records.set(copied, first * RECORD);
  records[now.number * RECORD + NEXT] = end;
  if (offset === 0 && added === 0) return end;
  for (let at = first * RECORD; at < end * RECORD; at += RECORD) {
    records[at + START] = (records[at + START] ?? 0) + offset;
    records[at + END] = (records[at + END] ?? 0) + offset;
    records[at + PARENT] = (records[at + PARENT] ?? 0) + added;
    records[at + NEXT] = (records[at + NEXT] ?? 0) + added;
  }
  return end;
}

function grown(full: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
}
