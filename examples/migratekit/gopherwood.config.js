import { defineConfig } from "eslint/config";
import migratekit from "@gopherwood/config/migratekit";

export default defineConfig([migratekit]);
