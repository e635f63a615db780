/** Shared presets: flat config arrays, each complete in itself. */
export { defineConfig } from "eslint/config";
export { logrusToSlog } from "./logrus-to-slog.ts";
export { migratekit } from "./migratekit.ts";
export { recommended, recommended as default } from "./recommended.ts";
export { strict } from "./strict.ts";
