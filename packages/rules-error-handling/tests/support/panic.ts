/** Returns a Go file with a function, which imports `fmt` if it uses it. */
export const go = (body: string, func = "f()") => {
  const imports = body.includes("fmt.") ? 'import "fmt"\n\n' : "";
  return `package p\n\n${imports}func ${func} {\n\t${body}\n}\n`;
};
