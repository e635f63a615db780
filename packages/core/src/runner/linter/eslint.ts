import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** Loads ESLint, the first time that it is called: most runs do without. */
export function loadEslint(): typeof import("eslint") {
  return load("eslint") as typeof import("eslint");
}

/** Loads ESLint's linter alone, which is the same as that of `loadEslint`. */
export function loadLinter(): typeof import("eslint/universal") {
  return load("eslint/universal") as typeof import("eslint/universal");
}

/** Loads the rules that come with ESLint. */
export function loadOwnRules(): ReadonlyMap<string, unknown> {
  const { builtinRules } = load("eslint/use-at-your-own-risk") as {
    builtinRules: ReadonlyMap<string, unknown>;
  };
  return builtinRules;
}
