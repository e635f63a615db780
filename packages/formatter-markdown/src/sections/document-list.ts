import { fileLink, type Context } from "../context.ts";
import type { Inline } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import type { AssessedSystem } from "../model/assessment.ts";

/** Of more documents only so many are named. */
const MOST = 3;

/** Returns the documents of a system, with their lines. */
export function documentList(
  documents: AssessedSystem["documentation"],
  context: Context,
): Inline[] {
  if (documents.length === 0) return ["none was found"];
  const shown = documents.slice(0, MOST);
  const more = documents.length - shown.length;
  return [
    ...shown.flatMap(({ path, lines }, index) => [
      index > 0 ? ", " : "",
      ...fileLink(path, context),
      ` (${counted(lines, "line")})`,
    ]),
    more > 0 ? ` and ${counted(more, "more document")}` : "",
  ];
}
