import { expect, test } from "@jest/globals";
import { areSame, ofAllBuilds } from "../../../src/semantics/types/build-variants.ts";
import {
  named,
  unknown,
  type FunctionType,
  type GoType,
} from "../../../src/semantics/types/go-type.ts";

const INT = named("", "int");
const STRING = named("", "string");
const giving = (...results: GoType[]): FunctionType => ({ kind: "function", results });
const struct = (fields: Readonly<Record<string, GoType>>): GoType => ({
  kind: "struct",
  fields: Object.entries(fields).map(([name, type]) => ({ name, type, embedded: false })),
});
const iface = (
  methods: Readonly<Record<string, FunctionType>>,
  embedded: GoType[] = [],
): GoType => ({ kind: "interface", methods: new Map(Object.entries(methods)), embedded });
const differs = (name: string) =>
  unknown(`'${name}' is declared differently for different builds`);

test("types are the same if they are made of the same", () => {
  expect(areSame([])).toBe(true);
  expect(areSame([INT])).toBe(true);
  expect(areSame([struct({ a: INT }), struct({ a: INT })])).toBe(true);
  expect(areSame([INT, INT, STRING])).toBe(false);
  expect(areSame([iface({ a: giving(INT) }), iface({ a: giving(STRING) })])).toBe(false);
  expect(areSame([iface({ a: giving(INT) }), iface({ b: giving(INT) })])).toBe(false);
});

test("a type that is the same for all builds is that type", () => {
  const type = struct({ a: INT });
  expect(ofAllBuilds("T", [type, struct({ a: INT })])).toBe(type);
});

test("a struct has the fields of all builds; those that differ are not known", () => {
  const type = ofAllBuilds("T", [
    struct({ same: INT, other: INT, first: INT }),
    struct({ same: INT, other: STRING, second: STRING }),
  ]);
  expect(type).toEqual(
    struct({ same: INT, other: differs("other"), first: INT, second: STRING }),
  );
});

test("an interface has the methods of all builds, and each embedded type once", () => {
  const type = ofAllBuilds("T", [
    iface({ Same: giving(INT), Other: giving(INT), First: giving() }, [INT]),
    iface({ Same: giving(INT), Other: giving(STRING), Second: giving() }, [INT, STRING]),
  ]);
  expect(type).toEqual(
    iface(
      {
        Same: giving(INT),
        Other: giving(differs("Other")),
        First: giving(),
        Second: giving(),
      },
      [INT, STRING],
    ),
  );
});

test.each([
  ["a struct and an interface", [struct({ a: INT }), iface({})]],
  ["two other types", [INT, STRING]],
])("of %s nothing is known", (_, types) => {
  expect(ofAllBuilds("T", types)).toEqual(
    unknown("type 'T' is declared differently for different builds"),
  );
});
