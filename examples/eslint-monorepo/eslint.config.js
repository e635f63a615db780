import js from "@eslint/js";
import { defineConfig, recommended } from "@gopherwood/config";

export default defineConfig([
  { files: ["web/**/*.js"], extends: [js.configs.recommended] },
  recommended,
]);
