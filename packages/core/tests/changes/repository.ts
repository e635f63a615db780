import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Revision } from "../../src/changes/index.ts";

/** The texts of files by their paths, null for one that is gone. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** A git repository in a new directory, removed when it is disposed. */
export class Repository implements Disposable {
  /** Absolute. */
  readonly root: string;
  readonly #temporary = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-changes-")));

  /**
   * @param files The first commit, on the branch `main`.
   * @param path The directories around it.
   */
  constructor(files: Files, path = "repository") {
    this.root = join(this.#temporary, path);
    this.write({ ".gitignore": "ignored\n", ...files });
    this.git("init", "-q", "-b", "main");
    this.commit();
  }

  /** The last commit. */
  get head(): Revision {
    return { repository: this.root, commit: this.git("rev-parse", "HEAD") };
  }

  /** Returns what git prints. */
  git(...args: string[]): string {
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];
    const options = { cwd: this.root, encoding: "utf8" as const, stdio };
    return execFileSync("git", [...who, ...args], options).trim();
  }

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      const path = this.path(name);
      mkdirSync(dirname(path), { recursive: true });
      if (text === null) rmSync(path);
      else writeFileSync(path, text);
    }
  }

  path(name: string): string {
    return join(this.root, name);
  }

  commit(): void {
    this.git("add", "-A");
    this.git("commit", "-qm", "change");
  }

  [Symbol.dispose](): void {
    rmSync(this.#temporary, { recursive: true });
  }
}
