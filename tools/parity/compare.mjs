/**
 * Lints directories by the gopherwood engine and by plain ESLint with the same
 * config, and compares every message. Run `npm run build` before.
 *
 *   node tools/parity/compare.mjs DIRECTORY...
 *
 * The files are those that the engine finds. A syntax error in a file that has none
 * of the rules' words is counted apart: the engine does not parse such a file.
 */
import { ESLint } from "eslint";
import { isDeepStrictEqual } from "node:util";
import { resolve } from "node:path";
import { Gopherwood } from "../../packages/core/dist/runner/index.js";
import { migratekit } from "../../packages/config/dist/index.js";
import { fileURLToPath } from "node:url";

const configFile = fileURLToPath(new URL("migratekit.config.mjs", import.meta.url));

let differing = 0;
for (const directory of process.argv.slice(2)) differing += await compare(resolve(directory));
process.exitCode = differing > 0 ? 1 : 0;

async function compare(cwd) {
  const report = await new Gopherwood({ cwd, configFile }).lintFiles(["."]);
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: migratekit });
  const ours = new Map(report.results.map(({ filePath, messages }) => [filePath, messages]));
  let messages = 0;
  let unseen = 0;
  const different = [];
  for (const { path } of report.files) {
    const [result] = await eslint.lintFiles([resolve(cwd, path)]);
    const expected = result?.messages ?? [];
    const actual = ours.get(resolve(cwd, path)) ?? [];
    messages += actual.length;
    if (isDeepStrictEqual(expected, actual)) continue;
    const isUnseen = actual.length === 0 && expected.every(({ ruleId }) => ruleId === null);
    if (isUnseen) unseen += 1;
    else different.push(path);
  }
  console.log(
    `${cwd}: ${report.files.length} files, ${messages} messages, ` +
      `${different.length} files differ, ${unseen} not parsed and with syntax errors`,
  );
  for (const path of different.slice(0, 10)) console.log(`    ${path}`);
  return different.length;
}
