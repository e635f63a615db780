import { diffLines } from "diff";
import type { Range, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Returns the edits that give a document another text, each no longer than it has to be, so
 * that cursors and marks elsewhere stay where they are.
 *
 * @param after Without a byte order mark; one of the document is kept.
 */
export function editsTo(document: TextDocument, after: string): TextEdit[] {
  const before = document.getText();
  const mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const edits: TextEdit[] = [];
  let at = mark;
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== added) edits.push(narrowed(document, at - removed.length, removed, added));
    removed = "";
    added = "";
  };
  for (const part of diffLines(before.slice(mark), after)) {
    if (part.added) added += part.value;
    else if (part.removed) removed += part.value;
    else flush();
    if (!part.added) at += part.value.length;
  }
  flush();
  return edits;
}

/** Returns the edit that replaces a part of a document, without what stays the same. */
function narrowed(
  document: TextDocument,
  start: number,
  removed: string,
  added: string,
): TextEdit {
  const longest = Math.min(removed.length, added.length);
  let same = 0;
  while (same < longest && removed[same] === added[same]) same += 1;
  while (isInCharacter(removed, same) || isInCharacter(added, same)) same -= 1;
  let sameAtEnd = 0;
  while (
    sameAtEnd < longest - same &&
    removed.at(-1 - sameAtEnd) === added.at(-1 - sameAtEnd)
  ) {
    sameAtEnd += 1;
  }
  while (
    isInCharacter(removed, removed.length - sameAtEnd) ||
    isInCharacter(added, added.length - sameAtEnd)
  ) {
    sameAtEnd -= 1;
  }
  return {
    range: rangeOf(document, start + same, start + removed.length - sameAtEnd),
    newText: added.slice(same, added.length - sameAtEnd),
  };
}

/** Returns true for an offset inside a surrogate pair or a line end. */
function isInCharacter(text: string, offset: number): boolean {
  if (offset === 0) return false;
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(offset - 1, offset + 1));
}

/** Returns the range between two offsets, in UTF-16 units. */
function rangeOf(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
