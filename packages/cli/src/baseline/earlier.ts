import { findRevision, textAt } from "@gopherwood/core/changes";
import { BaselineError, parseBaseline } from "@gopherwood/core/report";
import type { ReportedBaseline } from "@gopherwood/core/runner";
import { relative, sep } from "node:path";
import { UsageError } from "../io.ts";

/**
 * Returns the entries that a baseline had in a revision; null if there was none.
 *
 * @param path Absolute.
 * @throws {UsageError} If it was no baseline.
 * @throws {RevisionError} If there is no such revision.
 */
export function earlierBaseline(
  directory: string,
  path: string,
  name: string,
): ReportedBaseline["fixed"] | null {
  const revision = findRevision(directory, name);
  const text = textAt(revision, relative(revision.repository, path).split(sep).join("/"));
  try {
    return text === null ? null : parseBaseline(text);
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new UsageError(`${path} in ${name}: ${error.message}`);
  }
}
