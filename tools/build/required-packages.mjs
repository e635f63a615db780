import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Packages in CommonJS, and those that ESLint loads in CommonJS although they are ES modules as
 * well: imported, they would be loaded a second time.
 */
const REQUIRED = /^(?:eslint|eslint\/config|fastest-levenshtein|ignore|minimatch)$/;

/**
 * Makes bundles load these packages with `require`. To import CommonJS, Node starts a parser that
 * looks for its exports; here they are known.
 */
export const requiredPackages = {
  name: "required-packages",
  setup({ initialOptions, onResolve, onLoad }) {
    const load = createRequire(join(initialOptions.absWorkingDir, "index.js"));
    onResolve({ filter: REQUIRED }, ({ path }) => ({ path, namespace: "required" }));
    onLoad({ filter: /./, namespace: "required" }, ({ path }) => {
      const names = Object.keys(load(path)).filter((name) => name !== "default");
      return {
        contents: `
          import { createRequire } from "node:module";
          const required = createRequire(import.meta.url)("${path}");
          export default required;
          export const { ${names.join(", ")} } = required;`,
      };
    });
  },
};
