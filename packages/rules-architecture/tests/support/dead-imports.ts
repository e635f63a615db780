/** Returns a file that imports a package. */
export const importing = (path: string, name = "") =>
  `package main\n\nimport ${name}"${path}"\n\nvar _ = 1\n`;

/** Returns the files of a module whose `main.go` imports a package. */
export const module = (files: Record<string, string>, path: string, goMod = "") => ({
  "go.mod": `module example.com/app\n${goMod}`,
  "main.go": importing(path),
  ...files,
});

/** A package of the module that is not there. */
export const DEAD = "example.com/app/internal/failover";

/** The site of the import in `main.go`. */
export const site = (
  verdict: "compliant" | "exempt" | "undecided",
  reason?: string | RegExp,
) => ({
  "main.go": [{ verdict, line: 3, ...(reason !== undefined && { reason }) }],
});

/** The finding of the import of `DEAD`. */
export const dead = [
  { messageId: "dead" as const, line: 3, column: 8, endColumn: 8 + DEAD.length + 2 },
];
