/** Returns a file with the body of a function. */
export const go = (body: string, result = "") =>
  `package p\n\nfunc f(xs []int, ok bool)${result} {\n\t${body}\n}\n\nfunc fail() error { return nil }\n`;

/** Returns a file with the body of a loop, in a function that declares `err`. */
export const loop = (body: string, after = "") =>
  go(`var err error\n\tfor range xs {\n\t\t${body}\n\t}\n\t${after}`);
