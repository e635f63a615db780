/**
 * Returns the module that lists the rules of a pack.
 *
 * @param names Of the rules, each a module in `src/rules`.
 * @param header The comment that the module begins with.
 */
export function ruleList(names: readonly string[], header: string): string {
  const sorted = [...names].sort();
  const imports = sorted.map((name) => `import ${camelCase(name)} from "./rules/${name}.ts";`);
  const entries = sorted.map((name) => `  ${JSON.stringify(name)}: ${camelCase(name)},`);
  return `// ${header}

${imports.join("\n")}

/** The rules of this pack, by name. */
export const rules = {
${entries.join("\n")}
};
`;
}

/** Returns `noPanic` for `no-panic`. */
function camelCase(name: string): string {
  return name.replaceAll(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
}
