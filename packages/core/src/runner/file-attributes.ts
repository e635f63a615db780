import { utimesSync } from "node:fs";

/**
 * Gives a file the extended attributes and access control list of another. Node can do neither,
 * so Linux's `cp` is asked; where there is none, the file has nothing but its own.
 *
 * @param from Absolute.
 * @param to Absolute; its text stays as it is.
 */
export function copyAttributes(from: string, to: string): void {
  if (process.platform !== "linux") return;
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  spawnSync("cp", ["--attributes-only", "--preserve=all", from, to], { stdio: "ignore" });
  const now = new Date();
  utimesSync(to, now, now);
}
