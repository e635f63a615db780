import { describe, expect, test } from "@jest/globals";
import { compatibleFixes, editsOf } from "../../src/fix/compatible.ts";
import { applyEdits, firstIndex, mergeEdits, overlap, type Edit } from "../../src/fix/edits.ts";
import type { GoFix } from "../../src/fix/go-fix.ts";
import { Random } from "../../../../tests/support/random.ts";

const edit = (start: number, end: number, text = "x"): Edit => ({ range: [start, end], text });

const fix = (edits: readonly Edit[], ...ensures: readonly [name: string, path: string][]) =>
  ({
    edits,
    ensures: ensures.map(([name, path]) => ({ name, path, alias: null })),
    drops: [],
  }) satisfies GoFix;

describe("edits of a text", () => {
  test("are applied from its start on, whatever order they come in", () => {
    expect(applyEdits("abcdef", [edit(4, 6, "Z"), edit(0, 1, ""), edit(2, 2, "-")])).toBe(
      "b-cdZ",
    );
  });

  test("at one place stay in their order, before what is replaced there", () => {
    const edits = [edit(1, 3, "C"), edit(1, 1, "1"), edit(1, 1, "2")];
    expect(applyEdits("abcd", edits)).toBe("a12Cd");
  });

  test("may touch, and may not overlap", () => {
    expect(applyEdits("abcd", [edit(1, 2, "B"), edit(2, 3, "C")])).toBe("aBCd");
    expect(() => applyEdits("abcd", [edit(1, 3), edit(2, 4)])).toThrow("overlap");
  });

  test("are one edit with the text between them", () => {
    expect(mergeEdits("abcdef", [edit(4, 5, "E"), edit(1, 2, "B")])).toEqual(
      edit(1, 5, "BcdE"),
    );
  });

  test.each([
    ["apart", edit(0, 1), edit(2, 3), false],
    ["that touch", edit(0, 2), edit(2, 3), false],
    ["that share a letter", edit(0, 2), edit(1, 3), true],
    ["one inside of the other", edit(0, 4), edit(1, 2), true],
    ["insertions at one place", edit(1, 1), edit(1, 1), true],
    ["an insertion at the start of a stretch", edit(1, 1), edit(1, 2), false],
    ["an insertion at the end of a stretch", edit(2, 2), edit(1, 2), false],
    ["an insertion inside of a stretch", edit(2, 2), edit(1, 3), true],
  ])("%s", (_, one, other, expected) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected]);
  });

  test("the first index is found wherever it is, or none", () => {
    for (let at = 0; at <= 9; at += 1) expect(firstIndex(9, (index) => index >= at)).toBe(at);
  });
});

describe("fixes that can be applied together", () => {
  test("share an edit that is the same to the letter", () => {
    const fixes = [fix([edit(1, 2), edit(5, 6)]), fix([edit(1, 2), edit(7, 8)])];
    expect(compatibleFixes(fixes)).toEqual(fixes);
  });

  test("do not change a place in two ways, nor insert in two ways there", () => {
    const first = fix([edit(1, 3)]);
    const last = fix([edit(3, 4)]);
    expect(compatibleFixes([first, fix([edit(1, 3, "y")]), last])).toEqual([first, last]);
    const insertion = fix([edit(1, 1)]);
    expect(compatibleFixes([insertion, fix([edit(1, 1, "y")])])).toEqual([insertion]);
  });

  test("a fix of which an edit cannot be takes none of its others", () => {
    const fixes = [fix([edit(4, 6)]), fix([edit(1, 2), edit(5, 7)]), fix([edit(1, 2, "y")])];
    expect(compatibleFixes(fixes)).toEqual([fixes[0], fixes[2]]);
  });

  test("know a package by one name, and another by another", () => {
    const one = fix([edit(1, 2)], ["same", "a/same"]);
    const again = fix([edit(3, 4)], ["same", "a/same"], ["other", "b/other"]);
    const clash = fix([edit(5, 6)], ["other", "c/other"]);
    const after = fix([edit(5, 6)], ["fine", "c/fine"]);
    expect(compatibleFixes([one, again, clash, after])).toEqual([one, again, after]);
  });

  test("are those that one finds by comparing each with each", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const random = new Random(seed);
      const draw = () => {
        const start = random.below(20);
        return edit(start, start + random.below(4), random.pick(["x", "y"]));
      };
      const fixes = Array.from({ length: 12 }, () => fix([draw()]));
      const taken: GoFix[] = [];
      for (const candidate of fixes) {
        const [own] = candidate.edits;
        const clashes = taken.some(({ edits: [other] }) => {
          const isSame = JSON.stringify(own) === JSON.stringify(other);
          return own && other && !isSame && overlap(own, other);
        });
        if (!clashes) taken.push(candidate);
      }
      expect({ seed, fixes: compatibleFixes(fixes) }).toEqual({ seed, fixes: taken });
    }
  });
});

describe("the edits of fixes", () => {
  test("come once where fixes share them", () => {
    const edits = [edit(1, 2), edit(5, 6)];
    expect(editsOf([fix(edits), fix(edits), fix([edit(1, 2), edit(7, 8)])])).toEqual([
      edit(1, 2),
      edit(5, 6),
      edit(7, 8),
    ]);
  });

  test("come twice where one fix inserts the same twice at one place", () => {
    expect(editsOf([fix([edit(1, 1), edit(1, 1)]), fix([edit(1, 1)])])).toEqual([
      edit(1, 1),
      edit(1, 1),
    ]);
  });

  test("are told apart by their text, start and end", () => {
    const edits = [edit(1, 2), edit(1, 2, "y"), edit(1, 3), edit(0, 2)];
    expect(editsOf(edits.map((one) => fix([one])))).toEqual(edits);
  });
});
