import type { Configs } from "../configs.ts";
import type { ConfiguredTask } from "../file-runner.ts";
import type { TaskResults } from "../lint-tasks.ts";
import { cachePath, readCache } from "./cache-file.ts";
import { ConfigKeys } from "./config-keys.ts";
import { lintCached, type CachedOutcomes } from "./lint-cached.ts";
import type { RecordedFiles } from "./recorded-files.ts";
import { startRereading } from "./rereading.ts";
import { ResultCache } from "./result-cache.ts";

export interface CacheOptions {
  /** Absolute. */
  readonly cwd: string;
  /** See `cachePath`. */
  readonly location: string | undefined;
  /** The options of a run that hold for every config. */
  readonly mode: {
    /** Leave the texts out of results. */
    readonly brief: boolean;
    readonly allowInlineConfig: boolean;
  };
}

/** Lints files by a function, but for those of which the cache knows the findings. */
export type LintCached = (
  found: readonly ConfiguredTask[],
  lint: (tasks: readonly ConfiguredTask[]) => Promise<TaskResults>,
) => Promise<CachedOutcomes>;

/** Opens a cache: its files are being read again until the first are to be linted. */
export function openCache(
  { cwd, location, mode }: CacheOptions,
  configs: Configs,
  files: RecordedFiles,
): LintCached {
  files.forget();
  const path = cachePath(cwd, location);
  const saved = readCache(path);
  const reread = saved && startRereading(saved, files, cwd);
  return async (found, lint) => {
    const findings = saved?.readFindings() ?? null;
    const changes = (await reread?.()) ?? null;
    const before = saved && findings && changes ? { saved, findings, changes } : null;
    const configKeys = new ConfigKeys(configs, mode);
    const code = configKeys.codeOf(found);
    const { brief } = mode;
    const cache = new ResultCache({ cwd, path, before, files, configKeys, code, brief });
    return await lintCached(found, cache, lint);
  };
}
