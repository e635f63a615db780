/** Returns a file with a function that has the password `pw`. */
export const inFunction = (body: string, name = "p") =>
  `package ${name}\n\nimport "log/slog"\n\nfunc f(pw string) {\n\t${body}\n}\n`;
