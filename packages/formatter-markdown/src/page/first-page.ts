import type { Context } from "../context.ts";
import type { Block } from "../markdown/nodes.ts";
import { head } from "./head.ts";
import { overview } from "./overview.ts";
import { systemPage } from "./system-page.ts";

/** Returns the part of the document to read first: the result, and a summary of each system. */
export function firstPage(context: Context): Block[] {
  return [
    ...head(context),
    ...overview(context),
    ...context.assessment.systems.flatMap((system) => systemPage(system, context)),
  ];
}
