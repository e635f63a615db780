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
  [
    "other strings",
    "N'a' x'ff' b'1' B 'c'",
    ["string N'a'", "string x'ff'", "string b'1'", "word B", "string 'c'"],
  ],
  ["quotes in names", '"a""b" `c``d`', ['name a""b', "name c``d"]],
  [
    "no name in brackets",
    "[a b] [1]",
    ["sign [", "word a", "word b", "sign ]", "sign [", "value 1", "sign ]"],
  ],
  [
    "numbers",
    "1 2.5 .5 1e3 0xFF",
    ["value 1", "value 2.5", "value .5", "value 1e3", "value 0xFF"],
  ],
  [
    "operators on JSON",
    "a ?| b ? 'c'",
    ["word a", "sign ?", "sign |", "word b", "value ?", "string 'c'"],
  ],
  ["letters of any language", "größe_1 a$b", ["word größe_1", "word a$b"]],
  ["a number sign in a line", "a # b", ["word a", "sign #", "word b"]],
  ["a number sign below", "a\n  # b\nc", ["word a", "word c"]],
  ["a comment that does not end", "/* a", ["sign /", "sign *", "word a"]],
  ["two comments", "/* a */ b /* c\n */", ["word b"]],
  ["a comment to the end", "a -- b", ["word a"]],
  ["different tags", "$a$ b $c$ d $a$ e", ["string $a$ b $c$ d $a$", "word e"]],
  ["a cast beside a placeholder", "a::b :c", ["word a", "sign ::", "word b", "value :c"]],
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
