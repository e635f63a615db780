import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import type { GoModule } from "./go-modules.ts";

const CONFIG = /^gopherwood\.config\.(?:[cm]?[jt]s|ya?ml|json)$/u;
const BASELINE = "gopherwood-baseline.json";

/**
 * Returns the files that the findings of a module depend on, as inputs of Nx: its own, those of
 * the modules that it requires, the config that applies with the files beside it, and baselines.
 * Nx adds the versions of all npm packages.
 *
 * @param workspaceRoot Absolute.
 * @param independent False if rules compare the module with all others.
 */
export function inputsOf(
  { root }: GoModule,
  workspaceRoot: string,
  independent: boolean,
): string[] {
  const above = directoriesAbove(root);
  const config = [root, ...above].find((directory) =>
    readdirSync(join(workspaceRoot, directory)).some((name) => CONFIG.test(name)),
  );
  const inWorkspace = (directory: string, name: string) =>
    posix.join("{workspaceRoot}", directory, name);
  return [
    "{projectRoot}/**/*",
    ...(independent
      ? ["^{projectRoot}/**/*.go", "^{projectRoot}/go.mod"]
      : ["{workspaceRoot}/**/*.go", "{workspaceRoot}/**/go.mod"]),
    "{workspaceRoot}/go.work",
    ...(config === undefined ? [] : [inWorkspace(config, "*")]),
    ...above.map((directory) => inWorkspace(directory, BASELINE)),
  ];
}

/** Returns the directories above a directory up to the workspace, `.`, the nearest first. */
function directoriesAbove(root: string): string[] {
  if (root === ".") return [];
  const parent = posix.dirname(root);
  return [parent, ...directoriesAbove(parent)];
}
