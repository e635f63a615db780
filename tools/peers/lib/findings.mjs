import { spawnSync } from "node:child_process";
import { isAbsolute, relative } from "node:path";
import { ENVIRONMENT } from "./go.mjs";

const FINDING =
  /^(?<file>[^\s:][^:]*\.go):(?<line>\d+):(?:(?<column>\d+):)?\s*(?<message>.*)$/u;

/** Returns the findings that a linter prints for a module: file, line, column and message. */
export function findings({ arguments: args = [], finding = FINDING }, command, directory) {
  const [name, ...before] = [command].flat();
  const { stdout, stderr, error } = spawnSync(name, [...before, ...args, "./..."], {
    cwd: directory,
    env: ENVIRONMENT,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
  const found = lines.flatMap((line) => {
    const { file, line: number, column, message } = finding.exec(line)?.groups ?? {};
    if (file === undefined) return [];
    const path = isAbsolute(file) ? relative(directory, file) : file.replace(/^\.\//u, "");
    return [{ file: path, line: Number(number), column: Number(column ?? 1), message }];
  });
  // Packages are named before their findings, and types that do not check are too.
  const other = lines.filter((line) => !finding.test(line) && !/^#|^exit status/u.test(line));
  for (const line of other.slice(0, 3)) console.error(`${name}: ${line}`);
  return found;
}
