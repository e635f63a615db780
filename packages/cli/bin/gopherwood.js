#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// Not in every supported version of Node.
module.enableCompileCache?.();
// The heap would grow to twice of what lives, which takes too much memory in large trees.
setFlagsFromString("--heap-growing-percent=50");
// A run is short: optimising late saves more than it costs, above all in several threads. Each
// version of V8 has flags of its own for it, and prints an error about those of others.
const LATER = ["--invocation-count-for-maglev=1000", "--invocation-count-for-turbofan=20000"];
const FLAGS = { 11: ["--interrupt-budget=1000000"], 12: LATER, 13: LATER };
for (const flag of FLAGS[parseInt(process.versions.v8, 10)] ?? []) setFlagsFromString(flag);

const { main } = await import("../dist/main.js");
await main();
