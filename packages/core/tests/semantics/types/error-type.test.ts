import { expect, test } from "@jest/globals";
import { isErrorType, type GoType } from "../../../src/index.ts";

const ERROR: GoType = { kind: "named", importPath: "", name: "error" };

test.each<[string, GoType, boolean]>([
  ["the universe's error", ERROR, true],
  ["another type of the universe", { ...ERROR, name: "string" }, false],
  ["a package's own error", { ...ERROR, importPath: "example.com/m" }, false],
  ["a pointer to an error", { kind: "pointer", element: ERROR }, false],
  ["a type parameter of that name", { kind: "parameter", name: "error", index: 0 }, false],
])("%s is the error of Go, or not", (_title, type, expected) => {
  expect(isErrorType(type)).toBe(expected);
});
