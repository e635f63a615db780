import { expect, test } from "@jest/globals";
import {
  defaultType,
  isUntyped,
  typeOfOperation,
  untyped,
} from "../../../src/semantics/types/constants.ts";
import { formatType, named, unknown } from "../../../src/semantics/types/go-type.ts";

const KINDS = ["int", "rune", "float", "complex"] as const;
const ID = named("example.com/m", "ID");
const UNKNOWN = unknown("not read");

test("two untyped numbers have the kind that holds both", () => {
  for (const [first, left] of KINDS.entries()) {
    for (const [second, right] of KINDS.entries()) {
      const type = typeOfOperation("+", untyped(left), () => untyped(right));
      expect(type).toEqual(untyped(KINDS[Math.max(first, second)] ?? "int"));
    }
  }
});

test.each([
  ["bool", "bool"],
  ["int", "int"],
  ["rune", "rune"],
  ["float", "float64"],
  ["complex", "complex128"],
  ["string", "string"],
] as const)("a variable of an untyped %s is a %s", (kind, name) => {
  expect(isUntyped(untyped(kind))).toBe(true);
  expect(defaultType(untyped(kind))).toEqual(named("", name));
});

test("nil gives no variable a type, and typed values keep theirs", () => {
  expect(defaultType(untyped("nil"))).toEqual(unknown("nil has no type of its own"));
  expect(defaultType(ID)).toBe(ID);
  expect([isUntyped(ID), isUntyped(named("example.com/m", "untyped int"))]).toEqual([
    false,
    false,
  ]);
});

test.each(["==", "!=", "<", "<=", ">", ">="])(
  "%s compares, whatever its operands",
  (operator) => {
    expect(typeOfOperation(operator, ID, () => UNKNOWN)).toEqual(untyped("bool"));
  },
);

test.each(["<<", ">>"])("%s has the type of its left operand", (operator) => {
  expect(typeOfOperation(operator, untyped("int"), () => ID)).toEqual(untyped("int"));
});

test.each([
  ["a typed operand on the left", ID, untyped("int"), "ID"],
  ["a typed operand on the right", untyped("int"), ID, "ID"],
  ["an operand that is not known on the left", UNKNOWN, ID, "ID"],
  ["an operand that is not known on the right", ID, UNKNOWN, "ID"],
  ["an untyped operand beside one that is not known", untyped("int"), UNKNOWN, "unknown"],
  ["one that is not known beside an untyped operand", UNKNOWN, untyped("int"), "unknown"],
])("%s", (_, left, right, expected) => {
  const type = typeOfOperation("+", left, () => right);
  expect(type.kind === "unknown" ? "unknown" : formatType(type).replace(/^.*\./u, "")).toBe(
    expected,
  );
});
