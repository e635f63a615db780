import { readFileSync } from "node:fs";
import { messageOf, type Problem } from "./problems.ts";

/** A file's bytes, or why there are none. */
export type FileContent =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads a Go file. Every linted file is read here and nowhere else, so that reads can be
 * recorded, and an editor's buffer can take the place of the file.
 *
 * @param path Absolute.
 */
export function readFile(path: string): FileContent {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, problem: { path, message: `Cannot be read: ${messageOf(error)}.` } };
  }
}
