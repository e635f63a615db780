import js from "@eslint/js";
import authoring from "@gopherwood/eslint-plugin";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "tsconfig.json" } },
  },
  { files: ["src/rules/*.ts"], extends: [authoring.configs.recommended] },
);
