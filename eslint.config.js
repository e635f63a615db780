import js from "@eslint/js";
import authoring from "@gopherwood/eslint-plugin";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      "**/dist/",
      "**/*.generated.ts",
      "packages/core/grammar/",
      "packages/create-rules/template/pack/",
      "examples/",
      "coverage/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ["packages/*/tsconfig.json", "tsconfig.tests.json"] },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `const { left, ...rest } = object` leaves a property out.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "off",
    },
  },
  {
    // V8 keeps what these functions refer to: see decisions/0025-memory-of-a-file.md.
    files: ["packages/core/src/**/*.ts", "packages/{rules-*,sql}/src/**/*.ts"],
    ignores: ["packages/core/src/runner/threads/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: ":function ObjectExpression > Property[kind=get]",
          message: "Write a class with the getter.",
        },
        {
          selector: "AssignmentExpression[left.type=MemberExpression] > :function.right",
          message: "Assign a function that has a name, or write a method.",
        },
      ],
    },
  },
  {
    files: ["packages/rules-*/src/rules/*.ts"],
    extends: [authoring.configs.recommended],
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        performance: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        TextDecoder: "readonly",
      },
    },
  },
  {
    // Code that runs in a page.
    files: ["packages/formatter-html/assets/*.js", "tools/html/*.mjs"],
    languageOptions: {
      globals: {
        document: "readonly",
        FormData: "readonly",
        getComputedStyle: "readonly",
        history: "readonly",
        location: "readonly",
        URLSearchParams: "readonly",
      },
    },
  },
);
