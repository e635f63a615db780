/** Leaves the texts of a rule alone: a test that repeats a sentence finds nothing out. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const TEXTS = new Set(["description", "docs", "messages"]);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "prose", {
    shouldIgnore: (path) =>
      path.isObjectProperty() && TEXTS.has(path.node.key.name)
        ? "a text, not behaviour"
        : undefined,
  }),
];
