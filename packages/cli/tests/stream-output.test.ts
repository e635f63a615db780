import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { outputOf } from "../src/stream-output.ts";

/** Returns a stream whose reader takes a text only when it is asked to. */
function slowStream() {
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (_text, _encoding, onWritten) => {
      waiting.push(onWritten);
    },
  });
  return { stream, output: outputOf(stream), waiting };
}

test("who writes waits for the reader, and leaves no listener behind", async () => {
  const { stream, output, waiting } = slowStream();
  const before = ["drain", "close"].map((event) => stream.listenerCount(event));
  for (let time = 0; time < 3; time += 1) {
    expect(output.write("text")).toBe(false);
    let isDrained = false;
    const drained = output.drained?.().then(() => (isDrained = true));
    await setImmediate();
    expect(isDrained).toBe(false);
    waiting.shift()?.();
    await drained;
  }
  expect(["drain", "close"].map((event) => stream.listenerCount(event))).toEqual(before);
});

test("nobody waits for a reader that has gone, or goes", async () => {
  const { stream, output } = slowStream();
  output.write("text");
  const drained = output.drained?.();
  stream.destroy();
  await drained;
  await output.drained?.();
  expect(stream.listenerCount("drain")).toBe(0);
});
