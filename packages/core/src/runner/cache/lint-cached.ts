import type { ConfiguredTask, FileOutcome } from "../file-runner.ts";
import type { LintedFile } from "../linted-file.ts";
import type { TaskResults } from "../lint-tasks.ts";
import type { Problem } from "../problems.ts";
import type { CachedFile, ResultCache } from "./result-cache.ts";

export interface CachedOutcomes {
  /** In the order of the files. */
  readonly outcomes: readonly FileOutcome[];
  /** The reason why the findings could not be kept, or null. */
  readonly problem: Problem | null;
}

/** Lints those of some files whose findings a cache does not have, and keeps them in it. */
export async function lintCached(
  files: readonly ConfiguredTask[],
  cache: ResultCache,
  lint: (tasks: readonly ConfiguredTask[]) => Promise<TaskResults>,
): Promise<CachedOutcomes> {
  const known = new Map<string, LintedFile>();
  const tasks: ConfiguredTask[] = [];
  for (const { path, config } of files) {
    const plan = cache.planFor(path, config);
    if (plan.kind !== "lint") known.set(path, plan.file);
    if (plan.kind === "known") continue;
    tasks.push({ path, config, tree: plan.kind === "check" ? plan.file.tree : null });
  }
  if (tasks.length > 0 || !cache.isCurrent) cache.noteReads();
  const { outcomes, reads } = await lint(tasks);
  const linted = new Map(tasks.map(({ path }, at) => [path, outcomes[at]]));
  const all = files.map(({ path }): FileOutcome => {
    const outcome = linted.get(path);
    if (outcome !== undefined && outcome !== "unchanged") return outcome;
    const file = known.get(path);
    if (!file) throw new Error(`Nothing is known of ${path}, which did not change.`);
    return { ok: true, file };
  });
  const kept = files.flatMap((task): CachedFile[] => {
    const outcome = linted.get(task.path) ?? "unchanged";
    if (outcome === "unchanged") return [{ ...task, linted: null }];
    return outcome.ok ? [{ ...task, linted: outcome.file }] : [];
  });
  const isNew = tasks.length > 0 || !cache.isCurrent;
  return { outcomes: all, problem: reads && isNew ? cache.save(kept, reads) : null };
}
