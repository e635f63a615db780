/** Returns a file with a comment. */
export const comment = (text: string) => `package p\n\n${text}\nfunc f() {}\n`;

/** Returns the only site of a file, which is exempt. */
export const exempt = (line: number, reason: string) => [
  { verdict: "exempt" as const, line, reason },
];
