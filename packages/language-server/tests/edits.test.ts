import { expect, test } from "@jest/globals";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Random } from "../../../tests/support/random.ts";
import { editsTo } from "../src/features/edits.ts";

const PIECES = ["a", "b", "\n", "\r\n", "😀", "😁", "é", "\t", "x := 1", "\u{10000}"];

test("edits give a document its new text, whatever stands in it", () => {
  const random = new Random(16);
  for (let round = 0; round < 2000; round += 1) {
    const before = Array.from({ length: random.below(12) }, () => random.pick(PIECES));
    const after = before.flatMap((piece) =>
      random.below(4) === 0 ? [random.pick(PIECES)] : random.below(8) === 0 ? [] : [piece],
    );
    const mark = random.below(4) === 0 ? "\uFEFF" : "";
    const document = TextDocument.create("file:///a.go", "go", 1, mark + before.join(""));
    const edits = editsTo(document, after.join(""));
    expect(TextDocument.applyEdits(document, edits)).toBe(mark + after.join(""));
  }
});

test("an edit is no longer than it has to be", () => {
  const document = TextDocument.create("file:///a.go", "go", 1, "a\nvar foo = 1\nb\n");
  expect(editsTo(document, "a\nvar bar = 1\nb\n")).toEqual([
    {
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } },
      newText: "bar",
    },
  ]);
});
