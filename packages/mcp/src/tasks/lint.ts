import { OpenDocuments } from "@gopherwood/core/documents";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { agentFinding, formatProblem, summarise } from "gopherwood/printing";
import type { Answer } from "../pages.ts";
import { RefusedError } from "../errors.ts";
import type { Progress, WorkspaceRequest } from "./request.ts";
import type { WorkspacePath } from "../workspace.ts";
import { onlyRule } from "./one-rule.ts";

type Results = Report["results"];

/** Lints files and directories. */
export async function lint(
  { root, paths, rule }: WorkspaceRequest & { readonly rule?: string | undefined },
  onProgress: Progress,
): Promise<Answer> {
  const only = await onlyRule(rule, new Gopherwood({ cwd: root }), paths[0] ?? root);
  const engine = new Gopherwood({ cwd: root, ...only, onProgress });
  const { results, problems } = await engine.lintFiles(paths);
  return findings(results, problems, root);
}

/** Lints a text as if it were the content of a file, which other files see as well. */
export async function lintText({
  root,
  path,
  text,
}: WorkspacePath & { readonly text: string }): Promise<Answer> {
  const documents = new OpenDocuments(root);
  documents.change(path, text);
  const linted = await documents.lint(path);
  if (!linted) throw new RefusedError(`The config ignores ${path} or has nothing for it.`);
  return findings([linted.result], linted.problems, root);
}

function findings(results: Results, problems: Report["problems"], root: string): Answer {
  return {
    blocks: [
      ...problems.map((problem) => formatProblem(problem).trimEnd()),
      ...results.flatMap((result) =>
        result.messages.map((message) => agentFinding(result, message, root)),
      ),
    ],
    summary: summarise(results),
  };
}
