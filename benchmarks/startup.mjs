/**
 * Measures the start of a thread's parser, in milliseconds: reading the two
 * WebAssembly files, compiling them, loading the grammar. Needs the modules of core
 * one by one, and no bundle of them:
 *
 *   npx tsc --build --force --emitDeclarationOnly false && node benchmarks/startup.mjs
 */
import { readBinaries } from "../packages/core/dist/syntax/binaries.node.js";
import { startSyntax } from "../packages/core/dist/syntax/start.js";

for (const time of ["first", "again"]) {
  const started = performance.now();
  await startSyntax(readBinaries);
  console.log(`${time}: ${(performance.now() - started).toFixed(2)} ms`);
}
