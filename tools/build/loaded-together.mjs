import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Marks what the plugin itself asks for. */
const SEEN = "seen";

/**
 * Makes one file of all modules that some entries need: esbuild makes a file for each set of modules
 * that the same entries share, and small ones take as long to load as large ones.
 *
 * @param {readonly string[]} entries Absolute paths of modules that a run loads in any case.
 */
export function loadedTogether(entries) {
  return {
    name: "loaded-together",
    setup({ initialOptions, onResolve, onLoad, resolve }) {
      const { absWorkingDir, entryPoints } = initialOptions;
      const starts = new Set(entryPoints.map((name) => join(absWorkingDir, name)));
      onResolve({ filter: /^\./ }, async ({ path, kind, pluginData, ...from }) => {
        if (kind !== "dynamic-import" || pluginData === SEEN) return undefined;
        const found = await resolve(path, { ...from, kind, pluginData: SEEN });
        starts.add(found.path);
        return found;
      });
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!starts.has(path)) return undefined;
        const others = entries.filter((entry) => entry !== path);
        const imports = others.map((entry) => `import ${JSON.stringify(entry)};`);
        return { contents: [readFileSync(path, "utf8"), ...imports].join("\n"), loader: "ts" };
      });
    },
  };
}
