/**
 * Makes bundles take what they need of Node's modules. To import one as an ES module, Node reads all
 * that it exports, and loads parts of it that a run may not need, such as the streams of `node:fs`.
 * What a bundled package requires is loaded when it is used.
 */
export const builtIns = {
  name: "built-ins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) => ({
      path,
      namespace: kind === "require-call" ? "required-built-in" : "built-in",
    }));
    onLoad({ filter: /./, namespace: "required-built-in" }, ({ path }) => ({
      contents:
        path === "node:process"
          ? "module.exports = process;"
          : `module.exports = new Proxy({}, {
               get: (_, name) => process.getBuiltinModule(${JSON.stringify(path)})[name],
             });`,
    }));
    onLoad({ filter: /./, namespace: "built-in" }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== "default");
      return {
        contents: [
          `const found = process.getBuiltinModule(${JSON.stringify(path)});`,
          "const get = (name) => found[name];",
          "export default found;",
          // The bundler drops those that nobody imports.
          ...names.map((name) => `export const ${name} = /* @__PURE__ */ get("${name}");`),
        ].join("\n"),
      };
    });
  },
};
