import core from "@gopherwood/core";
import logging from "@gopherwood/rules-logging";
import type { Linter } from "eslint";

/** The config that moves all calls of logrus to slog. */
export const slogMigration = [
  {
    files: ["**/*.go"],
    language: "gopherwood/go",
    plugins: { gopherwood: core, logging },
    rules: {
      "logging/no-direct-logging": [
        "error",
        { loggers: ["logrus"], approaches: [], replacement: ["slog"], mains: true },
      ],
    },
  },
] as unknown as Linter.Config[];
