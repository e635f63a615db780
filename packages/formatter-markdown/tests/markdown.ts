import { lint } from "markdownlint/sync";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Renders a page as a host does that lets HTML through. */
export function render(document: string): string {
  return micromark(document, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/**
 * Returns the problems that markdownlint finds; tables and code make lines long, and folding
 * needs HTML.
 */
export function problemsIn(document: string, { html = false } = {}): string[] {
  const config = {
    default: true,
    MD013: false,
    MD033: html ? { allowed_elements: ["details", "summary"] } : true,
  };
  const { content = [] } = lint({ strings: { content: `${document}\n` }, config });
  return content.map(
    ({ lineNumber, ruleNames, ruleDescription, errorDetail }) =>
      `${lineNumber} ${ruleNames[0] ?? ""} ${ruleDescription} ${errorDetail ?? ""}`,
  );
}

/** Returns the tags of a page that our Markdown never makes. */
export function foreignTags(page: string): string[] {
  const ours =
    /^\/?(?:h[1-4]|p|ul|ol|li|code|pre|strong|table|thead|tbody|tr|th|td|a|br|input|details|summary)$/u;
  return [...page.matchAll(/<(\/?[a-zA-Z!][^\s>/]*)/gu)]
    .map(([, tag = ""]) => tag)
    .filter((tag) => !ours.test(tag));
}

const BLOCK =
  /<(\/?(?:h[1-6]|p|ul|ol|li|pre|blockquote|hr|table|thead|tbody|tr|th|td|input|details|summary))\b/gu;

/** Returns the tags of a page's blocks. */
export function outline(page: string): string[] {
  return [...page.matchAll(BLOCK)].map(([, tag = ""]) => tag);
}

/** Returns text of a page as people see it. */
export function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
