import { expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import { isIgnoring } from "../../src/runner/config-matcher.ts";
import { originsOf } from "../../src/runner/config-origins.ts";

const origins = (ofFile: Linter.Config[], merged: object, path = "/p/cmd/a.go") =>
  originsOf(path, merged, {
    configFile: "/p/gopherwood.config.mjs",
    ofFile,
    ofOptions: [{ option: "--rule", config: { rules: { "a/x": "off" } } }],
    basePath: "/p",
  });

test("each setting has the objects that set it, the last one wins", () => {
  const all = {
    rules: { "a/x": "error" },
    settings: { gopherwood: { systems: [], deep: {} } },
  };
  const ofFile = [
    all,
    { files: ["**/*.go", ["cmd/**"]], rules: { "a/y": "warn" } },
    { files: ["lib/**"], rules: { "a/x": "warn" } },
    { name: "named", files: ["cmd/*.go"], language: "gopherwood/go", plugins: {} },
  ] as Linter.Config[];
  const merged = {
    ...{
      rules: { "a/x": [0], "a/y": [1], "a/z": [2] },
      language: "gopherwood/go",
      plugins: [],
    },
    settings: { gopherwood: { systems: [], deep: { deeper: 1 } }, none: null },
  };
  const { configFile, objects, settings } = origins(ofFile, merged);
  const [first, second, named, option] = [
    { index: 0, label: "all files" },
    { index: 1, label: "files: **/*.go, cmd/**" },
    { index: 3, label: "named" },
    { index: null, label: "--rule" },
  ];
  expect(configFile).toBe("/p/gopherwood.config.mjs");
  expect(objects).toEqual([first, second, named, option]);
  expect(settings).toEqual([
    { key: "rules/a/x", value: [0], from: [first, option] },
    { key: "rules/a/y", value: [1], from: [second] },
    { key: "language", value: "gopherwood/go", from: [named] },
    { key: "settings/gopherwood/systems", value: [], from: [first] },
    { key: "settings/gopherwood/deep", value: { deeper: 1 }, from: [first] },
  ]);
});

test("an object for a directory, and one that ignores files", () => {
  const ofFile = [
    { files: ["**/*.go"], language: "gopherwood/go" },
    { basePath: "cmd", rules: { "a/x": "warn" } },
    { basePath: "lib", rules: { "a/x": "warn" } },
    { ignores: ["cmd/*_gen.go"], rules: { "a/y": "warn" } },
    { ignores: ["old/**"] },
  ] as Linter.Config[];
  const indices = (path: string) => origins(ofFile, {}, path).objects.map(({ index }) => index);
  expect(indices("/p/cmd/a.go")).toEqual([0, 1, 3, null]);
  expect(indices("/p/cmd/a_gen.go")).toEqual([0, 1, null]);
  expect(indices("/p/old/a.go")).toEqual([]);
});

test("an object with nothing but what it ignores, a name and a directory ignores files", () => {
  expect(isIgnoring({ ignores: ["a"], name: "n", basePath: "b" })).toBe(true);
  for (const config of [{ ignores: ["a"], rules: {} }, { name: "n" }, {}, null, undefined]) {
    expect(isIgnoring(config)).toBe(false);
  }
});
