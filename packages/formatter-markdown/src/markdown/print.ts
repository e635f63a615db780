import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Block } from "./nodes.ts";

/** Returns blocks as GitHub's Markdown, without a line break at the end. */
export function print(blocks: readonly Block[]): string {
  return toMarkdown(
    { type: "root", children: [...blocks] },
    {
      bullet: "-",
      rule: "-",
      incrementListMarker: true,
      resourceLink: true,
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  ).trimEnd();
}
