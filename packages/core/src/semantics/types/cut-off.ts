import { unknown, type UnknownType } from "./go-type.ts";

let count = 0;

/**
 * Returns an unknown type for what is being read already, or is nested too deeply. It may be known
 * when it is asked for by itself.
 */
export function cutOff(reason: string): UnknownType {
  count += 1;
  return unknown(reason);
}

/**
 * Returns the number of times that reading was cut off: a type during whose reading it stayed the
 * same is final, known or not.
 */
export function cutOffs(): number {
  return count;
}
