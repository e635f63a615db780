import { accessSync, constants, readFileSync, statSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { messageOf, type Problem } from "./problems.ts";

const ANY_WRITE = 0o222;

/**
 * Puts a fixed text in the place of a file, at once and with its mode; not if the
 * file is no longer what was linted.
 *
 * @param path Absolute.
 * @param before The bytes that were linted.
 * @returns Why it was not written, or null.
 */
export function writeFixed(path: string, before: Uint8Array, text: string): Problem | null {
  try {
    if (!readFileSync(path).equals(before)) {
      return { path, message: "It changed while it was linted: its fixes are not written." };
    }
    // The file is replaced, which its own permissions would not stop.
    if ((statSync(path).mode & ANY_WRITE) === 0) {
      return { path, message: "It is read-only: its fixes are not written." };
    }
    accessSync(path, constants.W_OK);
    writeFileAtomic.sync(path, text);
    return null;
  } catch (error) {
    return { path, message: `Its fixes cannot be written: ${messageOf(error)}.` };
  }
}
