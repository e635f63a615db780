import type { ModuleFiles } from "./cases.ts";
import { RuleTestError } from "./failure.ts";
import { parseTxtar } from "./txtar.ts";

const LEFT_OUT = /(?:^|\/)(?:vendor|testdata|node_modules)\//u;

/** Returns the files of a module by their paths. */
export function moduleFiles(files: ModuleFiles): Readonly<Record<string, string>> {
  return typeof files === "string" ? parseTxtar(files) : files;
}

/**
 * Returns the Go files of a module that are linted: all but those in directories that a run
 * leaves out, unless the case names them.
 *
 * @param named The paths of files that the case names.
 * @throws {RuleTestError} If one of them is missing or no Go file, or if there is no Go file.
 */
export function goFilesOf(
  files: Readonly<Record<string, string>>,
  named: readonly string[],
): string[] {
  const missing = named.find((name) => !(name in files) || !name.endsWith(".go"));
  if (missing !== undefined) {
    throw new RuleTestError(`The module has no Go file '${missing}'.`);
  }
  const names = Object.keys(files).filter(
    (name) => name.endsWith(".go") && (!LEFT_OUT.test(name) || named.includes(name)),
  );
  if (names.length === 0) throw new RuleTestError("The module has no Go file.");
  return names;
}
