import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { compileFunction, createContext, Script } from "node:vm";
import type { Language } from "web-tree-sitter";
import { packageFile } from "../package-file.ts";

/** The module of web-tree-sitter. */
type TreeSitter = typeof import("web-tree-sitter");

/** web-tree-sitter, started, and the Go grammar. */
export interface TreeSitterGo {
  readonly treeSitter: TreeSitter;
  readonly language: Language;
  readonly memory: Memory;
}

/** The parser's memory, as emscripten shows it: renewed when it grows. */
interface Memory {
  readonly HEAPU32: Uint32Array;
}

type Compiled = object;
type Instance = object;

// Its types come with those of browsers alone.
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => Compiled;
    readonly Instance: new (module: Compiled, imports: object) => Instance;
  };
};

/** The globals that the library needs. */
const GLOBALS = { console, process, TextDecoder, WebAssembly };

/**
 * Starts a web-tree-sitter that nobody else uses. The library starts with an `await`, although it
 * waits for nothing if its runtime is compiled: in a context whose promises are settled when a
 * script of it ends, it has started then.
 */
export function startTreeSitter(): TreeSitterGo {
  const require = createRequire(import.meta.url);
  const runtime = compiled(require.resolve("web-tree-sitter/web-tree-sitter.wasm"));
  const module = {
    instantiateWasm(imports: object, receive: (instance: Instance, module: Compiled) => void) {
      receive(new WebAssembly.Instance(runtime, imports), runtime);
    },
  };
  const context = createContext({ ...GLOBALS }, { microtaskMode: "afterEvaluate" });
  const treeSitter = evaluated(require.resolve("web-tree-sitter"), require, context);
  const start = () => void treeSitter.Parser.init(module);
  Object.assign(context, { start });
  new Script("start()").runInContext(context);
  return {
    treeSitter,
    language: treeSitter.Language.loadSync(
      compiled(packageFile("grammar/tree-sitter-go.wasm")),
    ),
    memory: module as unknown as Memory,
  };
}

function compiled(file: string | URL): Compiled {
  return new WebAssembly.Module(readFileSync(file));
}

/** Returns what a module in CommonJS exports if it is evaluated in a context. */
function evaluated(file: string, require: NodeJS.Require, parsingContext: object): TreeSitter {
  const module = { exports: {} };
  const names = ["module", "exports", "require", "__filename", "__dirname"];
  const text = readFileSync(file, "utf8");
  const evaluate = compileFunction(text, names, { filename: file, parsingContext }) as (
    ...given: unknown[]
  ) => void;
  evaluate(module, module.exports, require, file, dirname(file));
  return module.exports as TreeSitter;
}
