import type { Report } from "@gopherwood/core/runner";
import type { ReportingDescriptor } from "sarif";

/** The id of messages that come from no rule. */
export const NO_RULE = "gopherwood";

const NO_RULE_DESCRIPTOR: ReportingDescriptor = {
  id: NO_RULE,
  shortDescription: { text: "Report syntax errors, and directives that are unused or wrong." },
  fullDescription: { text: "The file does not parse, or one of its directives has no effect." },
  help: { text: "Correct the syntax, or remove the directive." },
  properties: { tags: ["syntax"], category: "syntax" },
};

/** Returns the descriptors of the rules that were on, sorted by id, and that of no rule. */
export function descriptorsOf({ rules }: Report): ReportingDescriptor[] {
  return [
    ...Object.entries(rules).map(([id, rule]) => descriptorOf(id, rule)),
    NO_RULE_DESCRIPTOR,
  ];
}

function descriptorOf(
  id: string,
  { description, category, url, action, type }: Report["rules"][string],
): ReportingDescriptor {
  const text = description === "" ? id : description;
  const remedy = action === "cleanup" ? "Move or delete the file." : "";
  const more = url === "" ? "" : `Why, examples and options: ${url}`;
  const link = url === "" ? "" : `[Why, examples and options](${url})`;
  return {
    id,
    shortDescription: { text },
    fullDescription: { text: [text, remedy].filter(Boolean).join(" ") },
    help: { text: paragraphs(text, remedy, more), markdown: paragraphs(text, remedy, link) },
    ...(url !== "" && { helpUri: url }),
    properties: { tags: [...new Set([category, type])].filter(Boolean), category },
  };
}

function paragraphs(...texts: string[]): string {
  return texts.filter(Boolean).join("\n\n");
}
