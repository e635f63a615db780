/** Loads TypeScript, and the sources of our packages, as jest.config.js has it. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";
import jest from "../../jest.config.js";

const SOURCES = Object.entries(jest.moduleNameMapper).map(([pattern, path]) => [
  new RegExp(pattern, "u"),
  path.replace("<rootDir>/", ""),
]);
let root;
let framework;

/**
 * @param data `root`: the address of the directory of the packages; `framework`: that of the
 *   module that tests get for `@jest/globals`.
 */
export function initialize(data) {
  ({ root, framework } = data);
}

export function resolve(specifier, context, next) {
  if (specifier === "@jest/globals") return { url: framework, shortCircuit: true };
  const [pattern, path] = SOURCES.find(([one]) => one.test(specifier)) ?? [];
  if (pattern === undefined) return next(specifier, context);
  return { url: new URL(specifier.replace(pattern, path), root).href, shortCircuit: true };
}

export async function load(url, context, next) {
  // The address of a file of tests has a query.
  if (!/\.ts(?:\?|$)/u.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, "utf8"), {
    filename: path,
    sourceMaps: "inline",
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  });
  return { format: "module", source: code, shortCircuit: true };
}
