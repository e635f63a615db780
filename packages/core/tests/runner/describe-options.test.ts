import { expect, test } from "@jest/globals";
import { describeOptions } from "../../src/runner/index.ts";

test.each<[schema: unknown, text: string]>([
  [undefined, "[]"],
  [null, "[]"],
  [false, "[]"],
  [[], "[]"],
  [[{ enum: ["always", 1, null] }], '["always" | 1 | null]'],
  [[{ const: "on" }, { const: false }], '["on", false]'],
  [[{ type: "boolean" }, { type: "integer" }], "[boolean, integer]"],
  [[{ type: ["string", "null"] }], "[string | null]"],
  [[{}], "[any]"],
  [{ type: "array", items: { type: "string" } }, "string[]"],
  [{ type: "array", items: [{ type: "string" }, { type: "number" }] }, "[string, number]"],
  [{ type: "array", items: { type: ["string", "number"] } }, "(string | number)[]"],
  [{ anyOf: [{ type: "string" }, { enum: [1, 2] }] }, "string | 1 | 2"],
  [{ oneOf: [{ type: "array", items: {} }, { const: 3 }] }, "any[] | 3"],
  [
    [{ type: "object", properties: { a: { type: "string" }, b: { enum: ["x"] } } }],
    '[{ a?: string, b?: "x" }]',
  ],
  [
    { type: "object", additionalProperties: { type: "array", items: { type: "number" } } },
    "{ [name]: number[] }",
  ],
  [{ type: "object", additionalProperties: false }, "object"],
])("the options of the schema %j", (schema, text) => {
  expect(describeOptions(schema)).toBe(text);
});
