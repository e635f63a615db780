/** Returns a file with a comment in a function, above a statement. */
export const inside = (...lines: string[]) =>
  `package p\n\nfunc f() {\n\tfirst()\n${lines.map((line) => `\t${line}\n`).join("")}\tlast()\n}\n`;

/** Returns a file with a comment at package level, above a declaration. */
export const above = (...lines: string[]) => `package p\n\n${lines.join("\n")}\nfunc f() {}\n`;

/** Returns a valid case without a site. */
export const silent = (name: string, code: string, filename = "file.go") => ({
  name,
  code,
  filename,
  sites: [],
});

/** Returns a valid case whose only site is undecided. */
export const undecided = (name: string, code: string) => ({
  name,
  code,
  sites: [
    { verdict: "undecided" as const, reason: "it may be an explanation in the form of code" },
  ],
});

/** Returns an invalid case with one error, and one suggestion, which deletes the lines. */
export const code = (
  name: string,
  source: string,
  line: number,
  output: string,
  endLine = line,
) => ({
  name,
  code: source,
  errors: [
    {
      messageId: "code" as const,
      line,
      endLine,
      suggestions: [{ messageId: "delete" as const, output }],
    },
  ],
});

/** The file of `inside` without its comment. */
export const EMPTIED = inside();
