import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../../", import.meta.url);
const { Gopherwood } = await import(new URL("packages/core/dist/runner/index.js", root).href);

/**
 * Returns the sites of the rule that answers to a linter, with the messages of violations, and
 * the generated files, which no rule looks at.
 */
export async function sitesOf({ name, pack, rule, options = {} }, directory) {
  const configFile = join(mkdtempSync(join(tmpdir(), `gopherwood-${name}-`)), "config.mjs");
  const module = new URL(`packages/rules-${pack}/dist/index.js`, root).href;
  const rules = { [rule]: ["error", options] };
  writeFileSync(
    configFile,
    `import pack from ${JSON.stringify(module)};
export default [{ ...pack.configs.base, rules: ${JSON.stringify(rules)} }];
`,
  );
  const { sites, files } = await new Gopherwood({ cwd: directory, configFile }).lintFiles([
    ".",
  ]);
  const generated = files.filter(({ outcome }) => outcome === "generated");
  return {
    generated: new Set(generated.map(({ path }) => path)),
    sites: sites.map(({ file, range, verdict, reason, messageId, subject }) => {
      return { file, line: range.start.line, verdict, reason, messageId, subject };
    }),
  };
}
