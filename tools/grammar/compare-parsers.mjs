#!/usr/bin/env node
// Compares the recursive-descent parser of core with the grammar's own, file by file.
//
//   node tools/grammar/compare-parsers.mjs [paths...]
//
// Without paths: Go's own sources. A file that the first is sure of must have the same nodes, or
// an error, by the second; if one does not, it is listed and the exit code is 1. It also tells how
// many files are left to the grammar's parser, and how long each took.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { go } from "./lib/oracle.mjs";
import { goFilesUnder, repositoryRoot } from "./lib/paths.mjs";

const LISTED = 10;

const core = join(repositoryRoot, "packages/core");
const { HAS_ERROR, parseRecords, readRecords, withParsedRoot } = await loadParsers();

const roots = process.argv.length > 2 ? process.argv.slice(2) : [goSources()];
const counts = {
  files: 0,
  same: 0,
  bothReject: 0,
  unsure: 0,
  unsureThoughValid: 0,
  different: 0,
};
const milliseconds = { own: 0, grammar: 0 };
for (const path of roots.flatMap((root) => goFilesUnder(resolve(root)))) {
  const outcome = compare(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""));
  counts.files += 1;
  counts[outcome] += 1;
  if (outcome === "different" && counts.different <= LISTED) console.log(`different: ${path}`);
}
console.log(counts);
console.log("milliseconds", milliseconds);
if (counts.different > 0) process.exitCode = 1;

/** @param {string} text */
function compare(text) {
  const start = performance.now();
  const own = parseRecords(text);
  const middle = performance.now();
  const grammar = withParsedRoot(text, (root) => readRecords(root).records);
  milliseconds.own += middle - start;
  milliseconds.grammar += performance.now() - middle;
  const hasError = (grammar[0] & HAS_ERROR) !== 0;
  if (own === "unsure") return hasError ? "unsure" : "unsureThoughValid";
  if (own === "wrong") return hasError ? "bothReject" : "different";
  return Buffer.from(own.buffer).equals(Buffer.from(grammar.buffer)) ? "same" : "different";
}

/** Returns the parsers, which are no part of what core exports. */
async function loadParsers() {
  const directory = mkdtempSync(join(core, "dist/parsers-"));
  try {
    const outfile = join(directory, "parsers.mjs");
    await build({
      stdin: {
        contents: [
          'export { HAS_ERROR } from "./node-table.ts";',
          'export { parseRecords } from "./recursive-descent/parse-records.ts";',
          'export { readRecords, withParsedRoot } from "./parse.ts";',
        ].join("\n"),
        resolveDir: join(core, "src/syntax"),
        loader: "ts",
      },
      bundle: true,
      format: "esm",
      platform: "node",
      external: ["web-tree-sitter"],
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function goSources() {
  return join(go(["env", "GOROOT"]).trim(), "src");
}
