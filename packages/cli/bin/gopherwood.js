#!/usr/bin/env node
import module from "node:module";

// Not in every supported version of Node.
module.enableCompileCache?.();

const { main } = await import("../dist/main.js");
await main();
