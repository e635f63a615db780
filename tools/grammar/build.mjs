#!/usr/bin/env node
// Builds packages/core/grammar/{tree-sitter-go.wasm,node-types.json} from
// packages/core/grammar/grammar.js.
//
//   node tools/grammar/build.mjs            write them
//   node tools/grammar/build.mjs --check    exit code 1 if what is committed differs
//
// Needs the tree-sitter CLI, clang with the WebAssembly target, and wasm-ld
// (LLVM's lld); neither Emscripten nor a C library. Where they are not on PATH,
// TREE_SITTER, CLANG and WASM_LD name them. The same versions give the same
// bytes; others give a .wasm that behaves the same, and the same node-types.json.
// Exit code 2: the work could not be done.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { grammarDirectory, repositoryRoot, requireFromRoot } from "./lib/paths.mjs";

const OUTPUTS = ["tree-sitter-go.wasm", "node-types.json"];

const TOOLS = {
  treeSitter: {
    command: process.env.TREE_SITTER ?? "tree-sitter",
    variable: "TREE_SITTER",
    install: '"cargo install --locked tree-sitter-cli"',
  },
  clang: {
    command: process.env.CLANG ?? "clang",
    variable: "CLANG",
    install: "the package clang",
  },
  wasmLd: {
    command: process.env.WASM_LD ?? "wasm-ld",
    variable: "WASM_LD",
    install: "the package lld",
  },
};

// The triple is Emscripten's because that is the one for which clang 14 makes
// position-independent code; nothing of Emscripten itself is used.
const COMPILE = [
  "--target=wasm32-unknown-emscripten",
  "-std=c11",
  "-O2",
  "-fPIC",
  "-fvisibility=hidden",
  "-ffreestanding",
  "-nostdlibinc",
];
// A side module, as web-tree-sitter loads: memory and tables are imported.
const LINK = [
  "--experimental-pic",
  "-shared",
  "--no-entry",
  "--export=tree_sitter_go",
  "--strip-all",
];

const { values: options } = parseArgs({
  options: { check: { type: "boolean", default: false } },
});

try {
  process.exitCode = build();
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exitCode = 2;
}

/** @returns {number} the exit code */
function build() {
  requireBase();
  for (const tool of Object.values(TOOLS)) run(tool, ["--version"]);

  const directory = mkdtempSync(join(tmpdir(), "gopherwood-grammar-"));
  try {
    run(TOOLS.treeSitter, [
      "generate",
      "--output",
      directory,
      join(grammarDirectory, "grammar.js"),
    ]);
    const headers = join(directory, "headers");
    mkdirSync(headers);
    // All that the generated parser wants of a C library is NULL.
    writeFileSync(join(headers, "stdlib.h"), "#include <stddef.h>\n");
    // Relative paths, so that no path of this machine can get into the output.
    run(
      TOOLS.clang,
      [...COMPILE, "-Iheaders", "-I.", "-c", "parser.c", "-o", "parser.o"],
      directory,
    );
    run(TOOLS.wasmLd, [...LINK, "parser.o", "-o", "tree-sitter-go.wasm"], directory);
    return options.check ? check(directory) : write(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function requireBase() {
  try {
    requireFromRoot.resolve("tree-sitter-go/grammar");
  } catch {
    throw new Error(
      `The npm package tree-sitter-go, which grammar.js builds on, is not in ${repositoryRoot}node_modules. Run "npm ci" there.`,
    );
  }
}

function run({ command, variable, install }, args, cwd = repositoryRoot) {
  const done = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (done.error) {
    throw new Error(
      `Cannot run "${command}": ${done.error.message}. Install ${install}, or name it with ${variable}.`,
    );
  }
  if (done.status !== 0) {
    throw new Error(
      `"${command} ${args.join(" ")}" failed with code ${done.status}:\n${done.stdout}${done.stderr}`,
    );
  }
  if (/warning/i.test(done.stderr)) process.stderr.write(done.stderr);
}

function write(directory) {
  for (const name of OUTPUTS) {
    const bytes = readFileSync(join(directory, name));
    writeFileSync(join(grammarDirectory, name), bytes); // a copy would be executable, as wasm-ld leaves it
    console.log(`wrote packages/core/grammar/${name} (${bytes.length} bytes)`);
  }
  return 0;
}

function check(directory) {
  const different = OUTPUTS.filter((name) => {
    const committed = join(grammarDirectory, name);
    return (
      !existsSync(committed) ||
      !readFileSync(committed).equals(readFileSync(join(directory, name)))
    );
  });
  if (different.length === 0) {
    console.log("The built grammar is up to date.");
    return 0;
  }
  for (const name of different)
    console.error(`packages/core/grammar/${name} is not what grammar.js gives.`);
  if (different.length === 1 && different[0] === "node-types.json") {
    console.error(
      "Only node-types.json differs: it was edited by hand, or written by another version of the CLI.",
    );
  } else if (different.length === 1) {
    console.error(
      "Only the .wasm differs: grammar.js changed how it parses, or clang or lld are other versions.",
    );
  }
  console.error('Run "node tools/grammar/build.mjs" and commit what it writes.');
  return 1;
}
