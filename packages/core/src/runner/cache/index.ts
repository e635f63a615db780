/** The parts of a run with a cache, which other runs do not load. */
export { ConfigKeys } from "./config-keys.ts";
export { lintCached } from "./lint-cached.ts";
export { openCache } from "./open-cache.ts";
