#!/usr/bin/env node
// Looks for Go that gofmt accepts and our grammar reads otherwise, by changing
// real Go a token or two at a time.
//
//   node tools/grammar/fuzz-gofmt.mjs [--rounds N] [--seed N] [--wasm FILE] [paths...]
//
// Without paths: Go's own tests and tools/grammar/cases. What is found is
// printed with the lines around it; a find worth keeping belongs into
// tools/grammar/cases. The same seed changes the same files the same way.
// Exit code 1: something was found; 2: the work could not be done.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { diffRanges } from "./lib/diff-ranges.mjs";
import { askOracle, go } from "./lib/oracle.mjs";
import { casesDirectory, goFilesUnder, grammarDirectory } from "./lib/paths.mjs";
import { loadParser } from "./lib/parse.mjs";

const PER_ROUND = 3000;
const MAX_BYTES = 6000; // of a file to change: in a large one a change is rarely accepted

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    wasm: { type: "string", default: join(grammarDirectory, "tree-sitter-go.wasm") },
  },
});

const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?\*\/|`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[\p{L}_][\p{L}\p{Nd}_]*|[\d.][\w.]*|[-+*/%&|^<>=!:.]{1,3}|\s+|[^]/gu;

const SPICE = [
  ";",
  "\n",
  "/*\n*/",
  "/**/",
  "// c\n",
  ",",
  ".",
  ":",
  ":=",
  "=",
  "...",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  "()",
  "[]",
  "{}",
  "<-",
  "*",
  "&",
  "~",
  "|",
  "-",
  "!",
  "==",
  "+=",
  "_",
  "x",
  "T",
  "p.T",
  "new",
  "make",
  "nil",
  "true",
  "iota",
  "any",
  "0",
  "0x1p-2",
  "1_0i",
  "'\\''",
  '"s"',
  "`r`",
  "func() {}",
  "func() T {}",
  "struct{}{}",
  "[...]T{}",
  "(struct{})",
  "interface{ m() }",
  "T[P]",
  "T[P, Q]",
  "f[[]int]",
  "(T)",
  "(*T)(x)",
  "x.(T)",
  "x.(type)",
  "new(x)",
  "new(1)",
  "L:",
  "goto L",
  "break",
  "continue",
  "fallthrough",
  "return",
  "go f()",
  "defer f()",
  "case x:",
  "default:",
  "switch",
  "switch x := y.(type) {}",
  "select {}",
  "for",
  "range",
  "for range x {}",
  "if x {}",
  "else",
  "else {}",
  "var x T",
  "const x = 0",
  "type T = U",
  "type T[P any] U",
  "type T[P *Q,] U",
  "import",
  "{ x }",
  "{ k: v }",
  "T{}",
  "T{x}",
  "x[i]",
  "x[:]",
  "x[i:j:k]",
  "x, y",
  "x...",
  "x++",
  "x <- y",
  "<-x",
  "\t",
  " ",
];

try {
  process.exitCode = await fuzz();
} catch (error) {
  console.error(`fuzz-gofmt: ${error.stack}`);
  process.exitCode = 2;
}

/** @returns {Promise<number>} the exit code */
async function fuzz() {
  const roots =
    positionals.length > 0
      ? positionals
      : [join(go(["env", "GOROOT"]).trim(), "test"), casesDirectory];
  const sources = roots
    .flatMap(goFilesUnder)
    .filter((path) => statSync(path).size <= MAX_BYTES)
    .map((path) => readFileSync(path, "utf8").match(TOKEN) ?? []);
  if (sources.length === 0)
    throw new Error(`No .go file of at most ${MAX_BYTES} bytes in: ${roots.join(", ")}`);
  const parse = await loadParser(options.wasm);
  const random = generator(Number(options.seed));
  const counts = { changed: 0, accepted: 0, found: 0 };
  const directory = mkdtempSync(join(tmpdir(), "gopherwood-fuzz-"));
  try {
    for (let round = 0; round < Number(options.rounds); round++) {
      const paths = [];
      for (let index = 0; index < PER_ROUND; index++) {
        const path = join(directory, `${index}.go`);
        writeFileSync(path, change(sources[below(random, sources.length)], sources, random));
        paths.push(path);
      }
      for await (const verdict of askOracle(paths, { ranges: true })) {
        counts.changed++;
        if (!verdict.ok) continue;
        counts.accepted++;
        const bytes = readFileSync(verdict.path);
        const { error, ranges } = parse(bytes, { ranges: true });
        if (error) {
          counts.found++;
          show(`${error.kind}`, bytes.toString("utf8").split("\n"), error.line);
          continue;
        }
        for (const [name, wanted] of Object.entries(verdict.ranges)) {
          const [first] = diffRanges(wanted, ranges[name]);
          if (!first) continue;
          counts.found++;
          const line = bytes.subarray(0, first[0]).toString("utf8").split("\n").length;
          show(
            `${name}: ${bytes.subarray(first[0], first[1])} only ${first[2]}`,
            bytes.toString("utf8").split("\n"),
            line,
          );
          break;
        }
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  console.log(
    `changed files ${counts.changed}, gofmt accepts ${counts.accepted}, we differ ${counts.found}`,
  );
  return counts.found > 0 ? 1 : 0;
}

/** One to three changes, each to a token: drop, double, put another before it or in its place. */
function change(tokens, sources, random) {
  const copy = tokens.slice();
  for (let left = 1 + below(random, 3); left > 0; left--) {
    const at = below(random, copy.length);
    const other = sources[below(random, sources.length)];
    const token =
      random() < 0.7 ? SPICE[below(random, SPICE.length)] : other[below(random, other.length)];
    switch (below(random, 5)) {
      case 0:
        copy.splice(at, 1);
        break;
      case 1:
        copy.splice(at, 0, copy[at]);
        break;
      case 2:
        copy.splice(at, 1, token);
        break;
      case 3:
        copy.splice(at, 0, token);
        break;
      default:
        copy.splice(at, 0, " ", token, " ");
    }
  }
  return copy.join("");
}

function show(what, lines, line) {
  console.log(`--- ${what}`);
  for (const text of lines.slice(Math.max(0, line - 2), line + 1)) console.log(`    ${text}`);
}

function below(random, limit) {
  return Math.floor(random() * limit);
}

/** A small repeatable generator of numbers from 0 to 1 (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
