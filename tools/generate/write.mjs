import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Formats and writes generated files. With `--check` on the command line it writes
 * nothing, names the files that differ and sets the exit code to 1.
 *
 * @param {Map<string, string>} outputs The text of each file, by its path from the root.
 */
export async function writeOutputs(outputs) {
  const check = process.argv.includes("--check");
  for (const [path, text] of outputs) {
    const file = join(root, path);
    const options = await prettier.resolveConfig(file);
    const formatted = await prettier.format(text, { ...options, filepath: file });
    if (existsSync(file) && readFileSync(file, "utf8") === formatted) continue;
    if (check) {
      console.error(`${path} is not what its generator prints: run 'npm run generate'.`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, formatted);
      console.error(`wrote ${path}`);
    }
  }
}
