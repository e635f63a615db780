#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// Not in every supported version of Node.
module.enableCompileCache?.();
// A run is short: optimising late saves more than it costs, above all in several threads.
setFlagsFromString("--interrupt-budget=1000000");
// The heap would grow to twice of what lives: collecting earlier costs nothing that can be measured.
setFlagsFromString("--heap-growing-percent=20");

const { main } = await import("../dist/main.js");
await main();
