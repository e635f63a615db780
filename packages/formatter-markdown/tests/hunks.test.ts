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

test("changes that are far apart are not shown", () => {
  const middle = "x\n".repeat(2000);
  expect(hunksOf(`a\n${middle}b`, `c\n${middle}d`)).toBeNull();
});
