#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// Not in every supported version of Node.
module.enableCompileCache?.();
// The heap would grow to twice of what lives; to collect earlier takes no more time.
setFlagsFromString("--heap-growing-percent=20");
// A run is short: optimising late saves more than it costs, above all in several threads. Later
// versions of V8 have no such flag, and print an error about it.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=1000000");

const { main } = await import("../dist/main.js");
await main();
