import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { packageFile } from "../package-file.ts";
import type { SyntaxBinaries, TreeSitter } from "./start.ts";

/**
 * Loads web-tree-sitter and the grammar. A module of web-tree-sitter is started once, by its
 * first user, so this one is nobody else's: a URL with a query of its own is a module of its own.
 */
export async function readBinaries(): Promise<SyntaxBinaries> {
  const runtime = createRequire(import.meta.url).resolve(
    "web-tree-sitter/web-tree-sitter.wasm",
  );
  const library = new URL("web-tree-sitter.js", pathToFileURL(runtime));
  library.searchParams.set("user", import.meta.url);
  const [treeSitter, runtimeBytes, grammarBytes] = await Promise.all([
    import(library.href) as Promise<TreeSitter>,
    readFile(runtime),
    readFile(packageFile("grammar/tree-sitter-go.wasm")),
  ]);
  return { treeSitter, runtime: runtimeBytes, grammar: grammarBytes };
}
