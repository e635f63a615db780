import type { RecordedFiles } from "./cache/recorded-files.ts";
import { hashOf } from "./cache/recorded-files.ts";
import type { FileConfig } from "./file-config.ts";
import type { FileRunner, FileTask, TaskOutcome } from "./file-runner.ts";
import { readFile } from "./read-file.ts";

/** Reads files and lints them. */
export class TaskRunner {
  readonly #runner: FileRunner;
  /** Remembers what was read; null where nobody asks. */
  readonly #recorded: RecordedFiles | null;

  constructor(runner: FileRunner, recorded: RecordedFiles | null) {
    this.#runner = runner;
    this.#recorded = recorded;
  }

  /** @throws {ConfigError} If a rule's prefilter cannot be asked. */
  run({ path, tree }: FileTask, config: FileConfig): TaskOutcome {
    const content = readFile(path);
    if (!content.ok) return content;
    const { bytes } = content;
    this.#recorded?.note(`text ${path.replaceAll("\\", "/")}`, hashOf(bytes));
    if (tree && this.#runner.isUnchanged(path, bytes, config, tree)) return "unchanged";
    return this.#runner.lint(path, bytes, config, true);
  }
}
