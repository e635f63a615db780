import { expect, test } from "@jest/globals";
import { HOLE, tokensOf } from "../src/index.ts";

const kinds = (text: string) => tokensOf(text).map(({ kind, text }) => `${kind} ${text}`);

test.each([
  ["a quoted quote", "'it''s'", ["string 'it''s'"]],
  ["an escaped quote", String.raw`E'it\'s'`, [String.raw`string E'it\'s'`]],
  ["an apostrophe", "it's", ["word it", "sign '", "word s"]],
  ["a body between dollars", "$fn$ a; 'b $fn$ c", ["string $fn$ a; 'b $fn$", "word c"]],
  ["names in quotes", '"a b" `c`', ["name a b", "name c"]],
  ["a name in brackets", "[dbo].[jobs]", ["name dbo", "sign .", "name jobs"]],
  [
    "an element of an array",
    "tags[1] ARRAY[x]",
    [
      ...["word tags", "sign [", "value 1", "sign ]"],
      ...["word ARRAY", "sign [", "word x", "sign ]"],
    ],
  ],
  ["placeholders", "? $1 :name @name", ["value ?", "value $1", "value :name", "value @name"]],
  ["a cast", "a::int", ["word a", "sign ::", "word int"]],
  ["comments", "a -- b\n/* c */ d\n# e\n", ["word a", "word d"]],
  ["a sharp below", "a\n  # b\nc", ["word a", "word c"]],
  ["a part that is not known", `t_${HOLE}`, [`word t_${HOLE}`]],
])("%s", (_, text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test("offsets include quotes", () => {
  expect(tokensOf('a "b"').map(({ range }) => range)).toEqual([
    [0, 1],
    [2, 5],
  ]);
});

test("a word is compared in capitals, a name is no word", () => {
  expect(tokensOf('from "from"').map(({ word }) => word)).toEqual(["FROM", ""]);
});
