/** The ESLint plugin for authors of rules for Go. */
import type { ESLint, Linter } from "eslint";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import knownFields from "./rules/known-fields.ts";
import knownNodeKinds from "./rules/known-node-kinds.ts";
import noManualSchema from "./rules/no-manual-schema.ts";
import noStoredNodes from "./rules/no-stored-nodes.ts";
import preferListener from "./rules/prefer-listener.ts";
import requireReason from "./rules/require-reason.ts";
import noUnusedMessages from "./rules/no-unused-messages.ts";
import requirePrefilter from "./rules/require-prefilter.ts";

const plugin = {
  meta: { name: "@gopherwood/eslint-plugin", namespace: "gopherwood-authoring" },
  rules: {
    "known-fields": knownFields,
    "known-node-kinds": knownNodeKinds,
    "no-manual-schema": noManualSchema,
    "no-stored-nodes": noStoredNodes,
    "prefer-listener": preferListener,
    "require-reason": requireReason,
    "no-unused-messages": noUnusedMessages,
    "require-prefilter": requirePrefilter,
  },
};

/** A flat config for the modules of rules, whose `files` the config that extends it gives. */
const recommended: Linter.Config = {
  name: "gopherwood-authoring/recommended",
  plugins: {
    "gopherwood-authoring": plugin as unknown as ESLint.Plugin,
    "eslint-plugin": eslintPlugin,
  },
  rules: {
    "eslint-plugin/no-missing-message-ids": "error",
    "eslint-plugin/no-missing-placeholders": "error",
    "eslint-plugin/no-unused-placeholders": "error",
    "gopherwood-authoring/known-fields": "error",
    "gopherwood-authoring/known-node-kinds": "error",
    "gopherwood-authoring/no-manual-schema": "error",
    "gopherwood-authoring/no-stored-nodes": "error",
    "gopherwood-authoring/prefer-listener": "error",
    "gopherwood-authoring/require-reason": "error",
    "gopherwood-authoring/no-unused-messages": "error",
    "gopherwood-authoring/require-prefilter": "error",
  },
};

/** The plugin, with its config. */
interface AuthoringPlugin {
  readonly meta: typeof plugin.meta;
  readonly rules: typeof plugin.rules;
  readonly configs: { readonly recommended: Linter.Config };
}

const authoring: AuthoringPlugin = { ...plugin, configs: { recommended } };

export default authoring;
