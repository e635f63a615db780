/** Every rule with fixes or suggestions, with as few exemptions as it can have. */
import architecture from "../../packages/rules-architecture/dist/index.js";
import database from "../../packages/rules-database/dist/index.js";
import errorHandling from "../../packages/rules-error-handling/dist/index.js";
import logging from "../../packages/rules-logging/dist/index.js";

const checks = [
  "missing-value",
  "non-string-key",
  "duplicate-key",
  "formatted-message",
  "error-value",
];

const [, replacing] = logging.configs["logrus-to-slog"].rules["logging/no-direct-logging"];

export default [
  {
    ...architecture.configs.base,
    rules: {
      "architecture/no-commented-out-code": "error",
      "architecture/no-dead-imports": "error",
    },
  },
  { ...database.configs.base, rules: { "database/known-columns": "error" } },
  {
    ...errorHandling.configs.base,
    rules: {
      "error-handling/no-fatal-outside-main": ["error", { tests: true }],
      "error-handling/no-ignored-errors": [
        "error",
        { allowed: [], writers: [], cleanups: [], blank: "never", tests: true },
      ],
      "error-handling/no-panic": ["error", { tests: true }],
      "error-handling/no-swallowed-errors": ["error", { tests: true }],
      "error-handling/require-error-wrapping": ["error", { tests: true }],
    },
  },
  {
    ...logging.configs.recommended,
    rules: {
      ...logging.configs.recommended.rules,
      "logging/no-direct-logging": ["error", { ...replacing, tests: true, mains: true }],
      "logging/structured-arguments": ["error", { checks }],
    },
  },
];
