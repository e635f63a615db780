import { expect, test } from "@jest/globals";
import { hunksOf } from "../src/model/hunks.ts";

const shown = (before: string, after: string) =>
  hunksOf(before, after)?.map((hunk) => `${hunk.before.join(",")}>${hunk.after.join(",")}`);

test.each<[string, string, string[]]>([
  ["a\nb\nc", "a\nb\nc", []],
  ["a\nb\nc", "a\nx\nc", ["b>x"]],
  ["a\nb\nc\nd\ne", "a\nx\nc\nd\ny", ["b>x", "e>y"]],
  ["import\nx\nlog()\n", "import\nslog\nx\nslog()\n", [">slog", "log()>slog()"]],
  ["a\nb\nc", "a\nc", ["b>"]],
  ["", "a", [">a"]],
  ["a\na\na", "a\na", ["a>"]],
])("%j and %j", (before, after, hunks) => {
  expect(shown(before, after)?.map((hunk) => hunk.replace(/^,?>/u, ">"))).toEqual(hunks);
});

test("changes may be far apart", () => {
  const middle = "x\n".repeat(2000);
  expect(shown(`a\n${middle}b`, `c\n${middle}d`)).toEqual(["a>c", "b>d"]);
});

test("changes of many lines have no hunks", () => {
  expect(shown("x\n".repeat(60), "y\n".repeat(60))).toBeUndefined();
});
