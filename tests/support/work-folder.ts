import { afterAll } from "@jest/globals";
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));

/**
 * Returns a new folder outside of the workspace in which its packages are installed; it is removed
 * after the tests of the file.
 */
export function workFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-work-")));
  symlinkSync(MODULES, join(folder, "node_modules"), "junction");
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes texts into files by their paths in a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
