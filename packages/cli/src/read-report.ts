import type { Report } from "@gopherwood/core/runner";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "./io.ts";

/**
 * Reads a file that `--format report` wrote.
 *
 * @param path Relative to the working directory.
 * @throws {UsageError} If it cannot be read, or is no report that this command knows.
 */
export function readReport(path: string, cwd: string): Report {
  let report: unknown;
  try {
    const text = readFileSync(resolve(cwd, path), "utf8").replace(/^\uFEFF/u, "");
    if (text.trim() === "") throw new Error("it is empty.");
    report = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read as a report: ${why}`);
  }
  const { schema, ...rest } = (report ?? {}) as Record<string, unknown>;
  const [, major, minor] = /^(\d+)\.(\d+)$/u.exec(String(schema)) ?? [];
  if (major !== undefined && (major !== "1" || Number(minor) < 3)) {
    throw new UsageError(
      `${path} is a report of version ${String(schema)}, and this command reads 1.3 and later ` +
        `versions 1: write it again with 'gopherwood --format report --output-file ${path}'.`,
    );
  }
  if (major === undefined || !hasShape(rest)) {
    throw new UsageError(
      `${path} is no report: write one with 'gopherwood --format report --output-file ${path}'.`,
    );
  }
  return report as Report;
}

const LISTS = [
  "systems",
  "categories",
  "files",
  "results",
  "sites",
  "fixes",
  "vanished",
  "problems",
] as const;
const OBJECTS = ["tool", "assessment", "evidence", "rules", "timings"] as const;

/** Returns true if the parts that are read are there; `report.schema.json` has the whole shape. */
function hasShape(report: Record<string, unknown>): boolean {
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  return (
    typeof report["root"] === "string" &&
    OBJECTS.every((key) => isObject(report[key])) &&
    LISTS.every((key) => {
      const list = report[key];
      return Array.isArray(list) && list.every(isObject);
    })
  );
}
