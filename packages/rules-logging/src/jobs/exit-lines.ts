import { lineList, lineOfExit, type Exit } from "@gopherwood/core";

/** Returns the lines of exits in words: `lines 3 and 5`. */
export function exitLines(exits: readonly Exit[]): string {
  return lineList(exits.map(lineOfExit));
}
