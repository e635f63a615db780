import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../src/main.ts";

/** The output and the exit code of the command. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory to run the command in, removed when it is disposed. */
export class WorkDirectory implements Disposable {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-create-")));

  /** Runs the command in the directory, or in one below it. */
  run(args: readonly string[], below = "."): Outcome {
    const texts = { stdout: "", stderr: "" };
    const output = (name: "stdout" | "stderr") => ({
      write: (text: string) => {
        texts[name] += text;
      },
    });
    const io = {
      cwd: join(this.root, below),
      stdout: output("stdout"),
      stderr: output("stderr"),
    };
    return { code: run(args, io), ...texts };
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  /** Returns the paths of all files, sorted. */
  files(): string[] {
    const entries = readdirSync(this.root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const prefix = `${this.root}/`;
    return files.map((file) => join(file.parentPath, file.name).replace(prefix, "")).sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
