import type { Writable } from "node:stream";
import type { Output } from "./io.ts";

/** A stream, which may be of a terminal. */
type Stream = Writable & Pick<Output, "isTTY" | "columns">;

/** Returns an output that can be waited for, so that a slow reader does not fill the memory. */
export function outputOf(stream: Stream): Output {
  return {
    isTTY: stream.isTTY,
    columns: stream.columns,
    write: (text) => stream.write(text),
    drained: async () => {
      // A reader that stopped reading closes the stream.
      if (!stream.destroyed) await drainOrClose(stream);
    },
  };
}

function drainOrClose(stream: Stream): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stream.off("drain", end).off("close", end);
      resolve();
    };
    stream.on("drain", end).on("close", end);
  });
}
