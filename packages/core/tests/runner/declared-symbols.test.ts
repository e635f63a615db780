import { expect, test } from "@jest/globals";
import { declaredSymbols } from "../../src/runner/index.ts";
import { newProject } from "./fixture.ts";

test("the functions, methods and types of a file are named as sites name what they are in", () => {
  using project = newProject({
    "a.go":
      "\uFEFFpackage p\n\nfunc f() { type inner struct{} }\n\ntype T struct{}\n\n" +
      "func (t *T) m() {}\n\nvar v = func() {}\n\nconst c = 1\n",
  });
  expect([...(declaredSymbols(project.path("a.go")) ?? [])].sort()).toEqual([
    "(*T).m",
    "T",
    "f",
  ]);
  expect(declaredSymbols(project.path("none.go"))).toBeNull();
});
