import gopherwood, { type GoRule } from "@gopherwood/core";
import noDirectLogging from "./rules/no-direct-logging.ts";

const rules = {
  "no-direct-logging": noDirectLogging,
};

const plugin = {
  meta: { name: "@gopherwood/rules-logging", namespace: "logging", version: "0.1.0" },
  rules: rules as Record<string, GoRule>,
};

/** The pack as an ESLint plugin; its configs are flat config objects. */
const pack = {
  ...plugin,
  configs: {
    recommended: {
      name: "logging/recommended",
      files: ["**/*.go"],
      plugins: { gopherwood, logging: plugin },
      language: "gopherwood/go",
      rules: { "logging/no-direct-logging": "error" },
    },
  },
} as const;

export default pack;
