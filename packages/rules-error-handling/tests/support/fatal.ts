/** Returns a file whose function has a body, with those of some imports that it uses. */
export const go = (
  body: string,
  { imports = ["log", "os"], name = "p", func = "f()" } = {},
) => {
  const used = imports.filter(
    (path) => body.includes(`${path.slice(path.lastIndexOf("/") + 1)}.`) || path.includes(" "),
  );
  const lines = used.map((path) => `import ${path.includes(" ") ? path : `"${path}"`}\n`);
  return `package ${name}\n\n${lines.join("")}\nfunc ${func} {\n\t${body}\n}\n`;
};
