import { Gopherwood } from "@gopherwood/core/runner";
import { formatMarkdown } from "@gopherwood/formatter-markdown";
import { formatReport, today } from "gopherwood/printing";
import type { Answer } from "../pages.ts";
import { RefusedError } from "../errors.ts";
import type { Progress, WorkspaceRequest } from "./request.ts";

/** In UTF-16 units: a client holds a resource in memory, and may show it to a model. */
const LONGEST = 2_000_000;

/** Returns the report of some directories, as `--format report` prints it. */
export async function report(
  { root, paths }: WorkspaceRequest,
  onProgress: Progress,
): Promise<Answer> {
  const engine = new Gopherwood({ cwd: root, survey: true, onProgress });
  let text = "";
  for (const part of formatReport(await engine.lintFiles(paths))) {
    text += part;
    if (text.length > LONGEST) {
      throw new RefusedError(
        "The report is too long for a resource. Read that of a directory, as in " +
          "gopherwood://report/internal/api, or write it to a file by " +
          "'npx gopherwood --format report -o report.json .'.",
      );
    }
  }
  return { blocks: [text], summary: "" };
}

/** Returns the assessment of some directories, as `--format markdown` prints it. */
export async function assessment(
  { root, paths }: WorkspaceRequest,
  onProgress: Progress,
): Promise<Answer> {
  const engine = new Gopherwood({ cwd: root, survey: true, onProgress });
  const text = formatMarkdown(await engine.lintFiles(paths), today(process.env));
  return { blocks: [text], summary: "" };
}
