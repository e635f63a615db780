/**
 * Bundles the modules of every package: a file for each of its entries, and one for each part
 * that entries share or load later. Node takes half a millisecond for a module, and a run would
 * load five hundred. The declarations are tsc's.
 *
 *   node tools/build/bundle.mjs
 */
import { build } from "esbuild";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtIns } from "./built-ins.mjs";
import { loadedTogether } from "./loaded-together.mjs";
import { otherPackages } from "./other-packages.mjs";
import { requiredPackages } from "./required-packages.mjs";

/** The entries of packages that are loaded together. */
const TOGETHER = { core: ["index.ts", "runner/index.ts"] };

/** The packages whose files are bundled with those of one of ours, which has their licenses. */
const INCLUDED = { cli: ["commander"] };

/** The modules that commands and threads start with. */
const STARTED = /(?:^|\/)(?:main|worker)\.ts$/u;

/** Those of threads that need little of the package, and are to start before it is loaded. */
const ALONE = /\.thread\.ts$/u;

const packages = fileURLToPath(new URL("../../packages", import.meta.url));
await Promise.all(readdirSync(packages).map((name) => bundle(join(packages, name))));

async function bundle(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // The extension for VS Code, a script of another format, has a bundle of its own.
  if (!exports) return;
  const exported = Object.values(exports).flatMap(({ default: file }) => file ?? []);
  const source = (file) => file.replace(/^\.\/dist\/(.*)\.js$/u, "$1.ts");
  const started = filesIn(join(folder, "src")).filter((file) => STARTED.test(file));
  const outside = otherPackages(INCLUDED[basename(folder)] ?? []);
  const together = (TOGETHER[basename(folder)] ?? []).map((name) => join(folder, "src", name));
  for (const file of filesIn(join(folder, "dist"))) {
    if (file.endsWith(".js")) rmSync(join(folder, "dist", file));
  }
  const options = {
    absWorkingDir: join(folder, "src"),
    outdir: "../dist",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
  };
  await build({
    ...options,
    entryPoints: [...new Set([...exported.map(source), ...started])],
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    plugins: [
      builtIns,
      requiredPackages,
      outside,
      ...(together.length > 0 ? [loadedTogether(together)] : []),
    ],
  });
  for (const file of filesIn(join(folder, "src")).filter((name) => ALONE.test(name))) {
    await build({
      ...options,
      entryPoints: [file],
      outbase: ".",
      plugins: [builtIns, outside],
    });
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true });
}
