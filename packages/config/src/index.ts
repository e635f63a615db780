/** Shared presets: flat config arrays, each complete in itself. */
export { default as migratekit } from "./migratekit.ts";
export { default as recommended } from "./recommended.ts";
export { default } from "./recommended.ts";
