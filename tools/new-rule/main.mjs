/**
 * Writes a new rule, its test and its page from the template, and then all that is
 * generated: the pack's list of rules and its table.
 *
 *   npm run new-rule -- <pack>/<rule-name> [--description "Disallow ..."]
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { root, writeOutputs } from "../generate/write.mjs";
import { UsageError } from "@gopherwood/create-rules";
import { planOurRule } from "./plan.mjs";

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { description: { type: "string" } },
    });
    if (positionals.length === 1) return planOurRule(positionals[0], values.description);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (!error.code?.startsWith("ERR_PARSE_ARGS_")) throw error;
  }
  throw new UsageError(
    'Usage: npm run new-rule -- <pack>/<rule-name> [--description "Disallow ..."]',
  );
}

async function main() {
  const files = readArguments();
  await writeOutputs(files);
  execFileSync("npm", ["run", "generate"], { cwd: root, stdio: "inherit" });
  const test = [...files.keys()].find((path) => path.endsWith(".test.ts"));
  console.log(`
The rule is an example that forbids println, and its test passes:

  npm test -- ${test}

Write a case of your own, see it fail, and change the rule. It is in no preset so far.`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
