import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { isInside } from "../src/is-inside.ts";
import { showPath } from "../src/text.ts";

test.each([
  ["/a/b.go", true],
  ["/a", true],
  ["/a/..odd/b.go", true],
  ["/a/..b.go", true],
  ["/", false],
  ["/b.go", false],
  ["/ab/c.go", false],
])("%s is in /a: %s", (path, expected) => {
  expect(isInside(resolve(path), resolve("/a"))).toBe(expected);
});

test("a name that begins with two dots is shown relative to its directory", () => {
  expect(showPath(resolve("/a/..odd.go"), resolve("/a"))).toBe("..odd.go");
  expect(showPath(resolve("/b.go"), resolve("/a"))).toBe(resolve("/b.go"));
});
