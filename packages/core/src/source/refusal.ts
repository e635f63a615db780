/** The answer of a function that cannot do what it was asked for, with the reason for a person. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
}

/** Returns a refusal with a reason. */
export function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}
