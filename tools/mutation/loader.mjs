/** Loads TypeScript, and the sources of our packages, as jest.config.js has it. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";
import jest from "../../jest.config.js";

const SOURCES = Object.entries(jest.moduleNameMapper).map(([pattern, path]) => [
  new RegExp(pattern, "u"),
  path.replace("<rootDir>/", ""),
]);
const framework = new URL("framework.mjs", import.meta.url).href;
let root;

/** @param data The address of the directory of the packages. */
export function initialize(data) {
  root = data;
}

export function resolve(specifier, context, next) {
  if (specifier === "@jest/globals") return { url: framework, shortCircuit: true };
  const [pattern, path] = SOURCES.find(([one]) => one.test(specifier)) ?? [];
  if (pattern === undefined) return next(specifier, context);
  return { url: new URL(specifier.replace(pattern, path), root).href, shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), "utf8"), {
    filename: fileURLToPath(url),
    sourceMaps: "inline",
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  });
  return { format: "module", source: code, shortCircuit: true };
}
