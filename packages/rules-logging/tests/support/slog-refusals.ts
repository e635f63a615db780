import type { Place } from "./slog-files.ts";

/** Calls that are left as they are, and why. */
export interface Case {
  /** The body of a function, or a whole file after its imports. */
  readonly code: string;
  readonly reason: string;
  readonly parameters?: string;
  readonly places?: readonly Place[];
}

/** Returns the sites of calls that are left for one reason. */
export const left = (count: number, noFixReason: string) =>
  Array.from({ length: count }, () => ({ verdict: "violation" as const, noFixReason }));
