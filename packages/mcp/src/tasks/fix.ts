import { Gopherwood } from "@gopherwood/core/runner";
import { counted, formatDiff, formatProblem, printableLines } from "gopherwood/printing";
import type { Answer } from "../pages.ts";
import { onlyRule } from "./one-rule.ts";
import type { Progress, WorkspaceRequest } from "./request.ts";

/** Applies fixes, or shows what they would change. */
export async function fix(
  {
    root,
    paths,
    rule,
    apply,
  }: WorkspaceRequest & { readonly rule?: string | undefined; readonly apply: boolean },
  onProgress: Progress,
): Promise<Answer> {
  const only = await onlyRule(rule, new Gopherwood({ cwd: root }), paths[0] ?? root);
  const engine = new Gopherwood({ cwd: root, ...only, fix: { write: apply }, onProgress });
  const report = await engine.lintFiles(paths);
  const fixed = report.fixes.reduce((sum, { count }) => sum + count, 0);
  const files = report.results.filter(({ output }) => output !== undefined).length;
  const left = report.results.reduce((sum, { messages }) => sum + messages.length, 0);
  const what = `${counted(fixed, "finding")} in ${counted(files, "file")}`;
  return {
    blocks: [
      ...report.problems.map((problem) => formatProblem(problem).trimEnd()),
      ...patches(formatDiff(report)),
    ],
    summary: apply
      ? `Fixed ${what}; ${counted(left, "finding")} left.`
      : `Would fix ${what}, and leave ${left}. Nothing is written: apply does that.`,
  };
}

/** Splits a diff into those of its files. */
function patches(diff: string): string[] {
  return printableLines(diff)
    .split(/^(?=--- a\/)/mu)
    .map((patch) => patch.trimEnd());
}
