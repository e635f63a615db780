import { expect, test } from "@jest/globals";
import Ajv from "ajv";
import type { ValueSchema } from "../../src/rule/options.ts";
import { surelyAllows } from "../../src/rule/surely-allows.ts";
import { random } from "../random.ts";

type Random = ReturnType<typeof random>;

const VALUES = ["", "a", "é😀", "a.b", 0, 1, 1.5, -3, true, false, null] as const;

function randomValue(next: Random, depth = 0): unknown {
  const kind = next(depth < 3 ? 5 : 3);
  if (kind < 3) return VALUES[next(VALUES.length)];
  const members = Array.from({ length: next(4) }, () => randomValue(next, depth + 1));
  if (kind === 3) return members;
  return Object.fromEntries(
    members.map((value) => [["a", "b", "isPrototypeOf"][next(3)], value]),
  );
}

function randomSchema(next: Random, depth = 0): ValueSchema {
  const part = () => randomSchema(next, depth + 1);
  const types = ["string", "boolean", "integer", "number", "array", "object"] as const;
  const keywords: ValueSchema[] = [
    { type: types[next(types.length)] ?? "string" },
    { enum: Array.from({ length: 1 + next(3) }, () => VALUES[next(VALUES.length)]) },
    { uniqueItems: next(2) === 0 },
    { minItems: next(3) },
    ...(depth > 0 ? [{ default: "x" } as ValueSchema] : []),
    { required: ["a"] },
    { pattern: String.raw`^.+\.[^./]+$` },
    { minLength: next(4) },
    { minimum: next(3) },
    { maximum: next(3) },
    ...(depth < 2
      ? [
          { items: part() },
          { properties: { a: part(), b: part() } },
          { additionalProperties: next(2) === 0 },
          { additionalProperties: part() },
          { anyOf: [part(), part()] },
          { oneOf: [part(), part()] },
        ]
      : []),
  ];
  const chosen = Array.from({ length: next(3) }, () => keywords[next(keywords.length)]);
  return Object.assign({}, ...chosen) as ValueSchema;
}

test("what it allows ESLint's validator allows as it is, and but for some keywords no less", () => {
  const ajv = new Ajv({
    meta: false,
    validateSchema: false,
    schemaId: "auto",
    useDefaults: true,
  });
  const outcomes = { allowed: 0, refused: 0, unsure: 0 };
  for (let seed = 1; seed <= 3000; seed += 1) {
    const next = random(seed);
    const schema = randomSchema(next);
    const validate = ajv.compile(schema);
    for (let count = 0; count < 5; count += 1) {
      const value = randomValue(next);
      const before = JSON.stringify(value);
      const isSure = surelyAllows(schema, value);
      const isAllowed = validate(value) === true && JSON.stringify(value) === before;
      if (isSure && !isAllowed) throw new Error(JSON.stringify({ schema, value }));
      const isUnsure = isAllowed && !isSure;
      if (isUnsure && !/oneOf|uniqueItems|enum|default/u.test(JSON.stringify(schema))) {
        throw new Error(`refused: ${JSON.stringify({ schema, value })}`);
      }
      outcomes[isSure ? "allowed" : isUnsure ? "unsure" : "refused"] += 1;
    }
  }
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(100);
});

const STRINGS = { type: "array", uniqueItems: true } as const;
const ONE_OF = { enum: ["a", 1, true] } as const;
const LIMIT = { properties: { a: { type: "string" } }, additionalProperties: false } as const;

test.each<[ValueSchema, unknown, boolean]>([
  [{ description: "A.", default: 1 } as ValueSchema, "a", true],
  [{ type: "string" }, "", true],
  [{ type: "string" }, 1, false],
  [{ type: "boolean" }, false, true],
  [{ type: "number" }, 1.5, true],
  [{ type: "number" }, Infinity, false],
  [{ type: "integer" }, 1, true],
  [{ type: "integer" }, 1.5, false],
  [{ type: "array" }, [], true],
  [{ type: "array" }, {}, false],
  [{ type: "object" }, {}, true],
  [{ type: "object" }, [], false],
  [{ type: "object" }, null, false],
  [ONE_OF, "a", true],
  [ONE_OF, 1, true],
  [ONE_OF, true, true],
  [ONE_OF, "1", false],
  [{ enum: [null] }, null, false],
  [STRINGS, ["a", "b", 1, true], true],
  [STRINGS, ["a", "b", "a"], false],
  [STRINGS, ["a", ["b"]], false],
  [{ uniqueItems: false }, ["a", "a"], true],
  [{ uniqueItems: true }, "aa", true],
  [{ items: { type: "string" } }, ["a", 1], false],
  [{ properties: { a: { type: "string" } } }, { b: 1 }, true],
  [{ properties: { a: { default: "" } as ValueSchema } }, { b: 1 }, false],
  [{ properties: { a: { type: "string" } } }, { a: undefined }, true],
  [{ required: ["a"] }, { a: undefined }, false],
  [{ required: ["a", "b"] }, { b: 1 }, false],
  [LIMIT, { a: "a" }, true],
  [LIMIT, { a: "a", b: 1 }, false],
  [{ additionalProperties: { type: "integer" } }, { a: 1, b: 2 }, true],
  [{ additionalProperties: { type: "integer" } }, { a: 1, b: "2" }, false],
  [{ anyOf: [{ type: "integer" }, { type: "string" }] }, "a", true],
  [{ anyOf: [{ type: "integer" }, { type: "boolean" }] }, "a", false],
  [{ oneOf: [{ type: "string" }] }, "a", false],
])("%j of %j: %s", (schema, value, isSure) => {
  expect(surelyAllows(schema, value)).toBe(isSure);
});

test("a keyword that is not known allows nothing for sure", () => {
  const schema = { type: "string", maxLength: 3, constructor: 1 } as ValueSchema;
  expect(surelyAllows(schema, "a")).toBe(false);
  expect(surelyAllows({ type: "string" }, "a")).toBe(true);
});
