import { expect, test } from "@jest/globals";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { detached } from "../../src/source/detached.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const TEXTS = 20;
const TEXT = 1_000_000;

/** Returns the bytes that the heap has gained by a part of each of some texts. */
function keptBy(partOf: (text: string) => string): number {
  // The garbage of other tests in the process may need two collections.
  collectGarbage();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const parts = Array.from({ length: TEXTS }, (_, index) =>
    partOf(String(index).padEnd(TEXT, "package example;")),
  );
  collectGarbage();
  const kept = process.memoryUsage().heapUsed - before;
  expect(parts.every((part, index) => part.startsWith(String(index)))).toBe(true);
  return kept;
}

const part = (text: string) => text.slice(0, 40);

test("a part of a text keeps the text, and a detached one does not", () => {
  expect(keptBy(part)).toBeGreaterThan(TEXTS * TEXT * 0.5);
  expect(keptBy((text) => detached(part(text)))).toBeLessThan(TEXTS * TEXT * 0.25);
});

test("a detached part is the same string", () => {
  for (const string of ["", "x", "package example"]) expect(detached(string)).toBe(string);
});
