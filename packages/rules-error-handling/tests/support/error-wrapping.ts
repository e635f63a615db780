/** Returns a file with the body of a function that has errors among its parameters. */
export const go = (body: string, imports = ["fmt"]) =>
  `package p\n\n${imports.map((path) => `import "${path}"\n`).join("")}\nvar errBase error\n\nfunc f(err, other error, name string, args []any) error {\n\t${body}\n}\n`;
