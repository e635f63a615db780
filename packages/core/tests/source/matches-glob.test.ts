import { expect, test } from "@jest/globals";
import { matchesGlob } from "../../src/index.ts";

test.each([
  ["cmd/**", "cmd/app/main.go", true],
  ["cmd/**", "tools/cmd/main.go", true],
  ["/cmd/**", "cmd/app/main.go", true],
  ["/cmd/**", "tools/cmd/main.go", false],
  ["cmd/**", "command/main.go", false],
  ["**/*_dao.go", "a/user_dao.go", true],
  ["a.go", "a.go", true],
  ["a.go", ".hidden/a.go", true],
  ["/example.com/old/**", "/example.com/old/x", true],
])("%s and %s: %s", (glob, path, isMatch) => {
  expect(matchesGlob(path, glob)).toBe(isMatch);
});
