import { code, link, type Inline } from "./markdown/nodes.ts";
import type { Assessment, AssessedSystem } from "./model/assessment.ts";
import { describeLines, type LineGroup } from "./model/lines.ts";
import type { Status } from "./model/status.ts";
import type { Options } from "./options.ts";

/** The input of every section. */
export interface Context {
  readonly assessment: Assessment;
  readonly options: Options;
}

/** Of a long list, so many are shown and the others counted. */
export const LONGEST_LIST = 20;

const ICONS = {
  compliant: "✅",
  mixed: "⚠️",
  partial: "⚠️",
  "non-compliant": "❌",
  "not applicable": "➖",
  active: "✅",
  deprecated: "🗄️",
} as const;

/** Returns a status, after its picture if pictures are wanted. */
export function withIcon(word: Status | AssessedSystem["status"], { emoji }: Options): string {
  return emoji ? `${ICONS[word]} ${word}` : word;
}

/** Returns a file's path, linked if the host is known. */
export function fileLink(path: string, { options }: Context): Inline[] {
  return placeLink(path, null, code(path), options);
}

/** Returns `path:line`, linked if the host is known. */
export function lineLink(path: string, line: number, { options }: Context): Inline[] {
  return placeLink(path, line, code(`${path}:${line}`), options);
}

/** Returns lines as `lines 211-278 (9), 300 and 400`, each linked if the host is known. */
export function linesOf(
  path: string,
  groups: readonly LineGroup[],
  { options }: Context,
): Inline[] {
  const word = groups.length === 1 && groups[0]?.first === groups[0]?.last ? "line " : "lines ";
  return groups.flatMap((group, index) => [
    index === 0 ? word : index === groups.length - 1 ? " and " : ", ",
    ...placeLink(path, group.first, describeLines(group), options),
  ]);
}

function placeLink(
  path: string,
  line: number | null,
  shown: Inline,
  { links }: Options,
): Inline[] {
  if (links === null) return [shown];
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = links.replaceAll("{path}", () => encoded).replaceAll("{line}", String(line ?? 1));
  return link(line === null ? url.replace(/#.*$/u, "") : url, shown);
}
