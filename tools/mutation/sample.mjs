/**
 * Keeps a share of the mutants: a Stryker checker, since an ignorer drops all that stands
 * within what it ignores, and a share of the nodes is then not a share of the mutants.
 *
 * The rest of the mutants is counted under "errors", and not in the score.
 */
import { createHash } from "node:crypto";
import { relative } from "node:path";
import { CheckStatus } from "@stryker-mutator/api/check";
import {
  commonTokens,
  declareFactoryPlugin,
  PluginKind,
  tokens,
} from "@stryker-mutator/api/plugin";

/** Returns a number from 0 to 100 that is always the same for a mutant of a file. */
function positionOf({ fileName, location: { start }, mutatorName, replacement }) {
  const file = relative(process.cwd(), fileName).replaceAll("\\", "/");
  const key = [file, start.line, start.column, mutatorName, replacement].join("\n");
  return (createHash("sha1").update(key).digest().readUInt32BE(0) / 2 ** 32) * 100;
}

function createSample({ sample }) {
  const judge = (mutant) =>
    positionOf(mutant) < sample
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: "not in the sample" };
  return {
    init: async () => {},
    check: async (mutants) => Object.fromEntries(mutants.map((m) => [m.id, judge(m)])),
    group: async (mutants) => [mutants.map((mutant) => mutant.id)],
  };
}
createSample.inject = tokens(commonTokens.options);

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.Checker, "sample", createSample),
];
