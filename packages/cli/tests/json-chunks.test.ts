import { expect, test } from "@jest/globals";
import { jsonChunks } from "../src/formatters/json-chunks.ts";

test.each([
  [{}],
  [{ a: undefined }],
  [{ a: [], b: {}, c: null, d: "x\ny", e: undefined, f: 0 }],
  [{ a: [1, { b: [{ c: "d\n" }, []] }, null], z: { y: [{ x: [1, 2] }] } }],
])("the parts of %j are its JSON", (value) => {
  const chunks = [...jsonChunks(value)];
  expect(chunks.join("")).toBe(JSON.stringify(value, null, 2));
});

test("each entry of a list is a part", () => {
  const list = Array.from({ length: 1000 }, (_, at) => ({ at }));
  const longest = Math.max(...[...jsonChunks({ list })].map(({ length }) => length));
  expect(longest).toBeLessThan(100);
});
