import { expect, test } from "@jest/globals";
import { EditedModule } from "../edited-module.ts";
import { MOD } from "../module-files.ts";

const FILES = {
  ...MOD,
  "/m/m.go": 'package m\nimport "example.com/m/a"\n',
  "/m/a/a_test.go": "package a_test\n",
  "/m/a/b_test.go": "package a_test\n",
  "/m/a/c_test.go": "package a_test\n",
  "/m/a/gen.go": "package main\n",
  "/m/a/run.go": "package main\n",
  "/m/a/z.go": "package a\n",
  "/m/a/z_test.go": "package a\n",
};

test("a library comes before programs and tests of more files", () => {
  const index = new EditedModule({ ...FILES, "/m/a/z_test.go": "" }).indexFor("/m/any.go");
  expect(index.packagesIn("/m/a").map(({ name }) => name)).toEqual(["a", "main", "a_test", ""]);
});

test("a package with tests inside it is imported", () => {
  const index = new EditedModule(FILES).indexFor("/m/any.go");
  const [importer] = index.packagesIn("/m");
  const [library] = index.packagesIn("/m/a");
  expect(importer && index.packageFor("example.com/m/a", importer)).toBe(library);
  expect(library && index.importersOf(library)).toEqual([importer]);
  expect(importer && index.importersOf(importer)).toEqual([]);
});
