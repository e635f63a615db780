/** Returns the options of the rule with one restriction. */
export const restricted = (entry: object) => [{ restrictions: [{ message: "no", ...entry }] }];

/** Returns a Go file with statements in a function, and an import. */
export const body = (statements: string, imports = "") =>
  `package p\n${imports && `\nimport ${imports}\n`}\nfunc f() error {\n\t${statements}\n}\n`;
