import { expect, test } from "@jest/globals";
import {
  readFunctionHeader,
  readTypeSpec,
} from "../../../src/semantics/scan/declaration-syntax.ts";
import { SyntaxTree } from "../../../src/index.ts";

/** The type parameters and the type of `type T...`, as the parser finds them. */
function parsedSpec(text: string) {
  const [spec] = SyntaxTree.parse(`${text}\n`).nodesOfKind(["type_spec", "type_alias"]);
  const parameters = (spec?.type_parameters?.namedChildren ?? []).flatMap((declaration) =>
    declaration.kind === "type_parameter_declaration"
      ? declaration.name.map((name) => name.text)
      : [],
  );
  return { parameters, type: spec?.type.text };
}

test.each([
  ["type T int"],
  ["type T = int"],
  ["type T struct{ a int }"],
  ["type T []int"],
  ["type T [3]int"],
  ["type T [N]int"],
  ["type T [ N ]int"],
  ["type T [lib.N]int"],
  ["type T [N + 1]int"],
  ["type T [N * M]int"],
  ["type T [len(names)]int"],
  ["type T [...]int"],
  ["type T[P any] struct{ p P }"],
  ["type T [P any] struct{ p P }"],
  ["type T[P any] = []P"],
  ["type T[K comparable, V any] map[K]V"],
  ["type T[K, V any] map[K]V"],
  ["type T[S ~[]E, E any] struct{ s S }"],
  ["type T[P []int] struct{}"],
  ["type T[P lib.C] struct{}"],
  ["type T[P *C,] struct{}"],
  ["type T[P *C, Q any] struct{}"],
  ["type T[P (C),] struct{}"],
  ["type T[P (C), Q any] struct{}"],
  ["type T[P interface{ *C }] struct{}"],
  ["type T[\n\tP any, // the one\n\tQ any,\n] struct{}"],
])("%s has the type parameters and the type that the parser finds", (text) => {
  const spec = readTypeSpec(text, "type T".length);
  const type = text.slice(spec.type).trim();
  const parameters = spec.typeParameters.filter((name) => name !== "");
  expect({ parameters, type }).toEqual(parsedSpec(text));
  expect(spec.brackets === null).toBe(parameters.length === 0);
});

test.each([
  ["func f(a int)", [], "(a int)"],
  ["func f[T any](a T)", ["T"], "[T any](a T)"],
  ["func (t T) f(a [2]int)", [], "(a [2]int)"],
  ["func (t *T[K, V]) f() V", ["K", "V"], "() V"],
  ["func (T[_, V]) f() V", ["_", "V"], "() V"],
  ["func (t *T[K]) f[E any](e E)", ["K", "E"], "[E any](e E)"],
  ["func // what it does\n(t /* ( */ *T) f()", [], "()"],
  ["func\tf ()", [], "()"],
] as const)("the header of %s", (text, typeParameters, rest) => {
  const header = readFunctionHeader(text, 0);
  expect(header.typeParameters).toEqual(typeParameters);
  expect(text.slice(header.end).trim()).toBe(rest);
});
