import { NODE_KINDS, TOKEN_KINDS } from "./grammar.generated.ts";

/** The name of each node kind by its number: first those of named nodes, then of anonymous ones. */
export const KINDS: readonly string[] = [...NODE_KINDS, ...TOKEN_KINDS];

/** The number of the kinds of named nodes. */
export const NAMED_KINDS = NODE_KINDS.length;

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NODE_KINDS.map((kind, number) => [kind, number]),
);

const TOKEN_NUMBERS: ReadonlyMap<string, number> = new Map(
  TOKEN_KINDS.map((kind, index) => [kind, NAMED_KINDS + index]),
);

/** Returns the number of a kind of named nodes, or undefined. */
export function numberOfKind(kind: string): number | undefined {
  return NUMBERS.get(kind);
}

/** Returns the number of the kind of anonymous nodes that a token is, or undefined. */
export function numberOfToken(text: string): number | undefined {
  return TOKEN_NUMBERS.get(text);
}
