import { expect, test } from "@jest/globals";
import { messageOf, RefusedError } from "../src/errors.ts";
import { Pages } from "../src/pages.ts";

const of = (length: number) => "x".repeat(length);
const LEFT = /^\((\d+) of (\d+) left: next_page with cursor '(.+)'\)$/u;

test("a page is filled to its end, and no block is torn", () => {
  const first = (...lengths: number[]) =>
    new Pages()
      .first({ blocks: lengths.map(of), summary: "end" })
      .split("\n")
      .map(
        (line) =>
          LEFT.exec(line)?.slice(1, 3).join("/") ?? (line.startsWith("x") ? line.length : line),
      );
  expect(first(4000, 3999)).toEqual([4000, 3999, "end"]);
  expect(first(4000, 4000)).toEqual([4000, "1/2"]);
  expect(first(3000, 2000, 3000, 5)).toEqual([3000, 2000, "2/4"]);
  expect(first(8000)).toEqual([8000, "end"]);
  expect(first(8001, 1)).toEqual([8000, "(cut after 8000 characters)", "1/2"]);
  expect(new Pages().first({ blocks: ["a"], summary: "" })).toBe("a");
});

test("the rests of twenty answers are kept", () => {
  const pages = new Pages();
  const cursors = Array.from({ length: 21 }, (_, at) => {
    const page = pages.first({ blocks: [of(8000), `rest ${at}`], summary: "" });
    return LEFT.exec(page.split("\n")[1] ?? "")?.[3] ?? "";
  });
  expect(cursors.map((cursor) => pages.next(cursor))).toEqual(
    cursors.map((_, at) => (at === 0 ? null : `rest ${at}`)),
  );
});

test("an error for the user is a sentence, any other one has its stack", () => {
  expect(messageOf(new RefusedError("No."))).toBe("No.");
  expect(messageOf(new TypeError("oops"))).toMatch(/^TypeError: oops\n\s+at /u);
  expect(messageOf("thrown")).toBe("thrown");
});
