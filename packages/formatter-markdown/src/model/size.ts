import { counted } from "../markdown/words.ts";
import type { File } from "./assessment.ts";

/**
 * Returns the files and lines of code, and of tests beside it: `4 files, 1,034 lines, and 2 test
 * files of 400 lines`.
 */
export function sizeOf(files: readonly File[]): string {
  const tests = files.filter(isTest);
  const code = files.filter((file) => !isTest(file));
  const size = `${counted(code.length, "file")}, ${counted(linesOf(code), "line")}`;
  return tests.length === 0
    ? size
    : `${size}, and ${counted(tests.length, "test file")} of ${counted(linesOf(tests), "line")}`;
}

export function isTest({ path }: { readonly path: string }): boolean {
  return path.endsWith("_test.go");
}

export function linesOf(files: readonly File[]): number {
  return files.reduce((sum, { lines }) => sum + lines, 0);
}
