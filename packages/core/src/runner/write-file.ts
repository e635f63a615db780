import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyAttributes } from "./file-attributes.ts";
import { codeOf, messageOf, type Problem } from "./problems.ts";

const ANY_WRITE = 0o222;

/** The end of the names of files that are renamed when they are whole. */
const TEMPORARY = ".gopherwood";

const LEFTOVER = /^\..+\.(\d+)\.gopherwood$/u;

/** Errors of a rename that do not stop a write into the file: a mount, a closed directory. */
const WRITE_IN_PLACE = new Set(["EACCES", "EBUSY", "EPERM", "EROFS", "EXDEV"]);

/**
 * Writes a fixed text to a file that is still what was linted. The file keeps its links, mode,
 * owner and, on Linux, its extended attributes. A signal or a crash leaves the old text or the new one; a file with several hard
 * links, or one whose directory may not be written, is written in place.
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
    const stats = statSync(path);
    // A rename would replace the file all the same.
    if ((stats.mode & ANY_WRITE) === 0) {
      return { path, message: "It is read-only: its fixes are not written." };
    }
    accessSync(path, constants.W_OK);
    const target = realpathSync(path);
    if (stats.nlink > 1 || !replaceFile(target, text, stats)) overwriteFile(target, text);
    return null;
  } catch (error) {
    return { path, message: `Its fixes cannot be written: ${messageOf(error)}.` };
  }
}

/**
 * Replaces a file by a new one with its mode, owner and attributes; returns false where that is not
 * possible, and the file has to be written in place.
 */
function replaceFile(path: string, text: string, { mode, uid, gid }: Stats): boolean {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}${TEMPORARY}`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    copyAttributes(path, temporary);
    const written = statSync(temporary);
    if (written.uid !== uid || written.gid !== gid) chownSync(temporary, uid, gid);
    chmodSync(temporary, mode);
    renameSync(temporary, path);
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    if (WRITE_IN_PLACE.has(codeOf(error) ?? "")) return false;
    throw error;
  }
}

/** Returns true for the name of a file that a run writes before it renames it. */
export function isTemporary(name: string): boolean {
  return LEFTOVER.test(name);
}

/**
 * Removes the temporary files of runs that were killed.
 *
 * @param paths Of temporary files; those of a process that is alive are left alone.
 */
export function removeLeftovers(paths: readonly string[]): void {
  for (const path of paths) {
    const [, pid] = LEFTOVER.exec(basename(path)) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Writes a text over the content of a file, which keeps all else that it has. */
function overwriteFile(path: string, text: string): void {
  const bytes = Buffer.from(text);
  const file = openSync(path, "r+");
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    ftruncateSync(file, bytes.length);
  } finally {
    closeSync(file);
  }
}
