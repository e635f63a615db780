import { Language, Parser, Query } from "web-tree-sitter";

/** The two WebAssembly files that parsing needs, as bytes. */
export interface SyntaxBinaries {
  /** web-tree-sitter.wasm */
  readonly runtime: Uint8Array;
  /** The Go grammar. */
  readonly grammar: Uint8Array;
}

let parser: Parser | undefined;
let language: Language | undefined;
const queries = new Map<string, Query>();

/** Starts the parser of this thread. Everything that parses waits for it; later calls do nothing. */
export async function startSyntax(load: () => Promise<SyntaxBinaries>): Promise<void> {
  if (parser) return;
  const { runtime, grammar } = await load();
  await Parser.init({ wasmBinary: runtime });
  language = await Language.load(grammar);
  parser = new Parser().setLanguage(language);
}

/** The thread's parser. */
export function theParser(): Parser {
  if (!parser) throw new Error("The Go parser is not started: import @gopherwood/core first.");
  return parser;
}

/** The query of a pattern; compiled once a thread. */
export function queryFor(pattern: string): Query {
  let query = queries.get(pattern);
  if (!query) {
    if (!language)
      throw new Error("The Go parser is not started: import @gopherwood/core first.");
    query = new Query(language, pattern);
    queries.set(pattern, query);
  }
  return query;
}
