import type { Exit } from "@gopherwood/core";

/** The lines in which a function is left, as a person says them. */
export function linesOf(exits: readonly Exit[]): string {
  const lines = exits.map(({ kind, node }) =>
    String(kind === "end" ? node.loc.end.line : node.loc.start.line),
  );
  const last = lines.pop() ?? "";
  return lines.length === 0 ? `line ${last}` : `lines ${lines.join(", ")} and ${last}`;
}
