#!/usr/bin/env node
import module from "node:module";

// Not in every supported version of Node. Threads take it from the environment.
const cache = module.enableCompileCache?.();
if (cache?.directory) process.env.NODE_COMPILE_CACHE ??= cache.directory;

await import("../dist/main.js");
