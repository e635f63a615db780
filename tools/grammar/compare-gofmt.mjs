#!/usr/bin/env node
// Compares our grammar with gofmt, file by file.
//
//   node tools/grammar/compare-gofmt.mjs [--positions] [--wasm FILE] [paths...]
//
// Without paths: Go's own sources and tests, and tools/grammar/cases. A file
// that `gofmt -e` accepts must parse without an error or missing node; if one
// does not, it is listed and the exit code is 1. The other way round is only
// told: the grammar is meant to be lenient. The files of tools/grammar/cases
// must parse whatever gofmt says: they are also ahead of the Go installed.
//
// --positions also checks, for the files both accept, that identifiers,
// literals, calls, functions, return statements and comments are exactly where
// go/ast has them: a wrong reading of an ambiguous text shows in one of them. A
// difference makes the exit code 1 as well.
//
// Exit code 2: the work could not be done.

import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { diffRanges } from "./lib/diff-ranges.mjs";
import { askOracle, go } from "./lib/oracle.mjs";
import { casesDirectory, goFilesUnder, grammarDirectory } from "./lib/paths.mjs";
import { parseFiles } from "./lib/pool.mjs";

const LISTED = 10;
const CHUNK = 2000; // files at a time: the ranges of all of them would not fit in memory

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    positions: { type: "boolean", default: false },
    wasm: { type: "string", default: join(grammarDirectory, "tree-sitter-go.wasm") },
  },
});

try {
  process.exitCode = await compare(positionals.length > 0 ? positionals : defaultPaths());
} catch (error) {
  console.error(`compare-gofmt: ${error.message}`);
  process.exitCode = 2;
}

function defaultPaths() {
  const root = go(["env", "GOROOT"]).trim();
  return [join(root, "src"), join(root, "test"), casesDirectory];
}

/**
 * @param {string[]} roots
 * @returns {Promise<number>} the exit code
 */
async function compare(roots) {
  const paths = roots.flatMap((root) => goFilesUnder(resolve(root)));
  const counts = {
    files: paths.length,
    bothAccept: 0,
    bothReject: 0,
    weBreak: 0,
    weAreLenient: 0,
  };
  const compared = {};
  const broken = [];
  const lenient = [];
  const moved = [];

  for (let start = 0; start < paths.length; start += CHUNK) {
    const chunk = paths.slice(start, start + CHUNK);
    const [verdicts, parsed] = await Promise.all([
      collect(askOracle(chunk, { ranges: options.positions })),
      parseFiles(chunk, { wasm: options.wasm, ranges: options.positions }),
    ]);
    verdicts.forEach((verdict, index) => {
      const { error, ranges } = parsed[index];
      const path = verdict.path;
      if (error && (verdict.ok || path.startsWith(casesDirectory))) {
        counts.weBreak++;
        broken.push(
          `${path}:${error.line}:${error.column}: ${error.kind} ${JSON.stringify(error.text)}`,
        );
      } else if (verdict.ok) {
        counts.bothAccept++;
        if (!options.positions) return;
        for (const [name, wanted] of Object.entries(verdict.ranges)) {
          compared[name] = (compared[name] ?? 0) + wanted.length / 2;
          moved.push(
            ...diffRanges(wanted, ranges[name]).map(
              ([start, end, whose]) =>
                `${path}: ${name} at bytes ${start}-${end}: only ${whose === "wanted" ? "go/ast" : "the grammar"} has it`,
            ),
          );
        }
      } else if (error) {
        counts.bothReject++;
      } else {
        counts.weAreLenient++;
        const { line, column, message } = verdict.error;
        lenient.push(`${path}:${line}:${column}: ${message}`);
      }
    });
  }

  console.log(`files                        ${counts.files}`);
  console.log(`both accept                  ${counts.bothAccept}`);
  console.log(`both reject                  ${counts.bothReject}`);
  console.log(`gofmt accepts, we break      ${counts.weBreak}`);
  console.log(`gofmt rejects, we accept     ${counts.weAreLenient}`);
  for (const [name, count] of Object.entries(compared)) {
    console.log(`${`positions compared: ${name}`.padEnd(36)} ${count}`);
  }
  if (options.positions) console.log(`positions that differ        ${moved.length}`);
  list("Valid, and we break:", broken, Infinity);
  list("Positions that differ:", moved, 50);
  list("gofmt rejects these, and we accept (for information):", lenient, LISTED);
  return broken.length + moved.length > 0 ? 1 : 0;
}

function list(title, lines, limit) {
  if (lines.length === 0) return;
  console.log(`\n${title}`);
  for (const line of lines.slice(0, limit)) console.log(`  ${line}`);
  if (lines.length > limit) console.log(`  ... and ${lines.length - limit} more`);
}

async function collect(source) {
  const items = [];
  for await (const item of source) items.push(item);
  return items;
}
