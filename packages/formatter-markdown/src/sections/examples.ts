import { lineLink, type Context } from "../context.ts";
import { code, codeBlock, paragraph, type Block } from "../markdown/nodes.ts";
import type { Site } from "../model/assessment.ts";
import { findExamples } from "../model/examples.ts";
import { isActive, violationsOf } from "../model/overall.ts";

/** Returns the code before and after real fixes, up to some of them. */
export function examples(sites: readonly Site[], context: Context, most: number): Block[] {
  const found = findExamples(sites, context.assessment.report).slice(0, most);
  return found.flatMap(({ site, before, after }) => [
    paragraph(
      "For example, by the fix of ",
      code(site.ruleId),
      " at ",
      ...lineLink(site.file, site.range.start.line, context),
      ":",
    ),
    codeBlock("go", `// BEFORE\n${before}`),
    codeBlock("go", `// AFTER\n${after}`),
  ]);
}

/** Returns one example from the systems that are in use. */
export function exampleOf(context: Context): Block[] {
  const sites = violationsOf(context.assessment.systems.filter(isActive));
  return context.options.excerpts === 0 ? [] : examples(sites, context, 1);
}
