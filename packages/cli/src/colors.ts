import picocolors from "picocolors";
import type { Io } from "./io.ts";

export type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * Returns true if standard output gets colours, as the flag, FORCE_COLOR, NO_COLOR or the
 * terminal decides.
 */
export function wantsColor(asked: boolean | undefined, { env, stdout }: Io): boolean {
  if (asked !== undefined) return asked;
  if (env["FORCE_COLOR"] !== undefined) return !["0", "false"].includes(env["FORCE_COLOR"]);
  if (env["NO_COLOR"]) return false;
  return stdout.isTTY === true && env["TERM"] !== "dumb";
}

export function colorsFor(enabled: boolean): Colors {
  return picocolors.createColors(enabled);
}
