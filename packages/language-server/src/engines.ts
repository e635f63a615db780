import { dirname } from "node:path";
import { coreOf } from "./engine/core-of.ts";
import { Engine, EngineStopped } from "./engine/engine.ts";

/** One engine for each installation of core that files of the workspace use. */
export class Engines {
  readonly #engines = new Map<string, Engine>();
  readonly #coreOfDirectory = new Map<string, string>();
  readonly #cwd: string;

  /** @param cwd The working directory of the rules. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Returns the engine for a file, by its absolute path. */
  engineFor(path: string): Engine {
    const directory = dirname(path);
    let core = this.#coreOfDirectory.get(directory);
    if (core === undefined) this.#coreOfDirectory.set(directory, (core = coreOf(path)));
    let engine = this.#engines.get(core);
    if (!engine) this.#engines.set(core, (engine = new Engine({ core, cwd: this.#cwd })));
    return engine;
  }

  filesChanged(paths: readonly string[]): void {
    for (const engine of this.#engines.values()) engine.filesChanged(paths);
  }

  /** Returns the files that configs are made of. */
  async configFiles(): Promise<ReadonlySet<string>> {
    const files = await Promise.all(
      [...this.#engines.values()].map((engine) => engine.ask("configFiles").catch(() => [])),
    );
    return new Set(files.flat());
  }

  /**
   * Loads configs and packs again. Where one cannot be used, the engine with the last good one
   * stays.
   *
   * @param paths Of the documents that are open.
   * @returns What went wrong.
   */
  async renew(paths: readonly string[]): Promise<readonly unknown[]> {
    const failures: unknown[] = [];
    const open = paths.map((path) => ({ path, engine: this.engineFor(path) }));
    this.#coreOfDirectory.clear();
    for (const [core, engine] of this.#engines) {
      const renewed = engine.renewed();
      try {
        for (const { path } of open.filter((one) => one.engine === engine)) {
          await renewed.ask("lint", path);
        }
        renewed.openDocumentsOf(engine);
        this.#engines.set(core, renewed);
        engine.stop();
      } catch (error) {
        if (!(error instanceof EngineStopped)) failures.push(error);
        renewed.stop();
      }
    }
    return failures;
  }

  stop(): void {
    for (const engine of this.#engines.values()) engine.stop();
    this.#engines.clear();
  }
}
