import type { Report } from "@gopherwood/core/runner";
import { assess, optionsOf } from "@gopherwood/formatter-markdown";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { body } from "./body.ts";
import { findingsData } from "./findings-data.ts";
import { html } from "./html.ts";

const ASSETS = new URL(
  "assets/",
  import.meta.resolve("@gopherwood/formatter-html/package.json"),
);

const asset = (name: string) => readFileSync(new URL(name, ASSETS), "utf8");

/**
 * Yields the parts of a page about a report: one file that loads nothing, with the assessment and
 * the judged sites. The same report and day give the same page.
 *
 * @param today The date of the page if the config gives none, `YYYY-MM-DD`.
 */
export function* formatHtml(report: Report, today: string): Generator<string> {
  const assessment = assess(report);
  const options = optionsOf(report, today);
  const [style, script] = [asset("page.css"), asset("page.js")];
  const policy =
    `default-src 'none'; style-src '${sourceOf(style)}'; script-src '${sourceOf(script)}'; ` +
    "base-uri 'none'; form-action 'none'";
  yield (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title>${html(options.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`
  );
  yield* body(assessment, options);
  yield '<script type="application/json" id="data">';
  yield* findingsData(assessment);
  yield `</script>\n<script>${script}</script>\n</body>\n</html>`;
}

/** Returns the source of an inline script or style for a content security policy. */
function sourceOf(text: string): string {
  return `sha256-${hash("sha256", text, "base64")}`;
}
