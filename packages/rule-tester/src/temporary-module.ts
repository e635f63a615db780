import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/**
 * Writes files to a directory of their own, calls `use` with it, and removes it.
 *
 * @param files Texts by slash-separated paths inside the directory.
 * @throws {Error} If a path leads out of the directory.
 */
export async function inTemporaryModule(
  files: Readonly<Record<string, string>>,
  use: (directory: string) => Promise<void>,
): Promise<void> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-rule-tester-")));
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(directory, name);
      if (/^\.\.(?:[\\/]|$)/u.test(relative(directory, path))) {
        throw new Error(`The file '${name}' is not inside the module.`);
      }
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
