import gopherwood, { type GoRule } from "@gopherwood/core";
import noDirectVolumeOperations from "./rules/no-direct-volume-operations.ts";

const rules = {
  "no-direct-volume-operations": noDirectVolumeOperations,
};

const plugin = {
  meta: { name: "@gopherwood/rules-volume-daemon", namespace: "volume-daemon", version: "0.1.0" },
  rules: rules as Record<string, GoRule>,
};

/** The pack as an ESLint plugin; its configs are flat config objects. */
const pack = {
  ...plugin,
  configs: {
    recommended: {
      name: "volume-daemon/recommended",
      files: ["**/*.go"],
      plugins: { gopherwood, "volume-daemon": plugin },
      language: "gopherwood/go",
      rules: { "volume-daemon/no-direct-volume-operations": "error" },
    },
  },
} as const;

export default pack;
