import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PACKAGE = "@gopherwood/language-server";
const ENTRY = join("bin", "gopherwood-language-server.js");

/**
 * Returns the path of the server: the one that a folder of the workspace has installed, or the
 * extension's own.
 *
 * @param folders The paths of the folders.
 * @param extension The path of the extension.
 */
export function serverPath(folders: readonly string[], extension: string): string {
  for (const folder of folders) {
    try {
      const manifest = createRequire(join(folder, "x.js")).resolve(`${PACKAGE}/package.json`);
      return join(dirname(manifest), ENTRY);
    } catch {
      // The folder has none.
    }
  }
  return join(extension, "server", "node_modules", PACKAGE, ENTRY);
}
