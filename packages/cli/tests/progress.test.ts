import { expect, test } from "@jest/globals";
import { Progress } from "../src/progress.ts";

function progressOn(isTTY: boolean) {
  let now = 0;
  let written = "";
  const output = { isTTY, write: (text: string) => (written += text) };
  const progress = new Progress(output, () => now);
  return {
    progress,
    after: (milliseconds: number) => (now += milliseconds),
    take: () => {
      const text = written.replaceAll("\r\u001b[2K", "<");
      written = "";
      return text;
    },
  };
}

test("nothing for a short run", () => {
  const { progress, after, take } = progressOn(true);
  after(900);
  progress.update(1, 2);
  progress.end();
  expect(take()).toBe("");
});

test("one line for a long run, not too often, erased at the end", () => {
  const { progress, after, take } = progressOn(true);
  after(1100);
  progress.update(500, 1500);
  after(10);
  progress.update(501, 1500);
  expect(take()).toBe("<Linting: 500 of 1,500 files");
  after(200);
  progress.update(900, 1500);
  expect(take()).toBe("<Linting: 900 of 1,500 files");
  progress.end();
  progress.end();
  expect(take()).toBe("<");
});

test("nothing where there is no terminal", () => {
  const { progress, after, take } = progressOn(false);
  after(5000);
  progress.update(1, 2);
  progress.end();
  expect(take()).toBe("");
});
