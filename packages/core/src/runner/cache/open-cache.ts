import { cachePath, readCache } from "./cache-file.ts";
import type { RecordedFiles } from "./recorded-files.ts";
import { startRereading } from "./rereading.ts";
import { ResultCache, type ResultCacheOptions } from "./result-cache.ts";

/** The options of a cache that the config of the files decides. */
export type RunOptions = Pick<ResultCacheOptions, "configKeys" | "code" | "brief">;

/** A cache whose reads are being read again. */
export type OpenCache = (options: RunOptions) => Promise<ResultCache>;

/**
 * Opens the cache of a working directory.
 *
 * @param cwd Absolute.
 * @param location See `cachePath`.
 */
export function openCache(
  cwd: string,
  location: string | undefined,
  files: RecordedFiles,
): OpenCache {
  const path = cachePath(cwd, location);
  const saved = readCache(path);
  const reread = saved && startRereading(saved.reads, files, cwd);
  return async (options) => {
    const findings = saved && saved.readFindings();
    const changes = (await reread?.()) ?? null;
    const cache = saved && findings && changes ? { saved, findings, changes } : null;
    return new ResultCache({ cwd, path, cache, files, ...options });
  };
}
