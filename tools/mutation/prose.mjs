/** Leaves the texts of rules and tools alone: a test that repeats a sentence finds nothing out. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const TEXTS = new Set(["description", "docs", "messages"]);

/** Returns true for the text of a schema of zod: `.describe("...")`. */
function isDescription(path) {
  return (
    path.isStringLiteral() &&
    path.parentPath.isCallExpression() &&
    path.parent.callee.property?.name === "describe"
  );
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "prose", {
    shouldIgnore: (path) =>
      (path.isObjectProperty() && TEXTS.has(path.node.key.name)) || isDescription(path)
        ? "a text, not behaviour"
        : undefined,
  }),
];
