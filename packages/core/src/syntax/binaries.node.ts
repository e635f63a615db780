import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { SyntaxBinaries } from "./start.ts";

/** Reads the WebAssembly files from this package and from web-tree-sitter's. */
export async function readBinaries(): Promise<SyntaxBinaries> {
  const runtime = createRequire(import.meta.url).resolve(
    "web-tree-sitter/web-tree-sitter.wasm",
  );
  const grammar = new URL("../../grammar/tree-sitter-go.wasm", import.meta.url);
  const [runtimeBytes, grammarBytes] = await Promise.all([
    readFile(runtime),
    readFile(grammar),
  ]);
  return { runtime: runtimeBytes, grammar: grammarBytes };
}
