import { expect, test } from "@jest/globals";
import { MOD, typeIn } from "../module-files.ts";

const FILES = {
  ...MOD,
  "/m/own.go": "package m\ntype Own struct{}\n",
  "/m/dot/dot.go": "package dot\ntype Theirs struct{}\ntype theirs struct{}\n",
};

const DOT = "example.com/m/dot";

/** The type of a variable of a type that may come from a dot import. */
function typeNamed(name: string, dots: readonly string[]): string {
  const imports = dots.map((path) => `import . "${path}"\n`).join("");
  const text = `package m\n${imports}var x ${name}\nfunc f() { _ = x }\n`;
  return typeIn("/m/ask.go", { ...FILES, "/m/ask.go": text });
}

test.each([
  ["of the package", "Own", [DOT], "example.com/m#Own"],
  ["of the imported package", "Theirs", [DOT], "example.com/m/dot#Theirs"],
  ["that is not exported", "theirs", [DOT], "example.com/m#theirs"],
  [
    "that is not exported, with a capital in it",
    "aTheirs",
    ["a.com/a"],
    "example.com/m#aTheirs",
  ],
  ["that none declares", "Missing", [DOT], "example.com/m#Missing"],
  [
    "that only the one that was not read may declare",
    "Missing",
    [DOT, "a.com/a"],
    "a.com/a#Missing",
  ],
  [
    "that either of two may declare",
    "Missing",
    ["a.com/a", "a.com/b"],
    "? 'Missing' may come from a dot import",
  ],
  ["of the universe", "error", [DOT, "a.com/a"], "#error"],
  ["without dot imports", "Missing", [], "example.com/m#Missing"],
])("a name %s", (_title, name, dots, expected) => {
  expect(typeNamed(name, dots)).toBe(expected);
});
