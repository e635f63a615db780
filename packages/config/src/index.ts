/** Shared presets: flat config arrays, each complete in itself. */
export { migratekit } from "./migratekit.ts";
export { recommended, recommended as default } from "./recommended.ts";
