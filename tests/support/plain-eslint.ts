import { ESLint, type Linter } from "eslint";

/** Lints with nothing but ESLint, as a project does that has no Gopherwood command. */
export async function lintWithEslint(
  cwd: string,
  config: readonly object[],
  patterns: string[],
): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: config as Linter.Config[],
  });
  return await eslint.lintFiles(patterns);
}
