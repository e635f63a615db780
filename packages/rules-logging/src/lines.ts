import { lineList, type Exit } from "@gopherwood/core";

/** The lines in which a function is left, as a person says them. */
export function linesOf(exits: readonly Exit[]): string {
  return lineList(
    exits.map(({ kind, node }) => (kind === "end" ? node.loc.end.line : node.loc.start.line)),
  );
}
