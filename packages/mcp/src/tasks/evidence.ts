import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { chooseExcerpts } from "@gopherwood/formatter-markdown";
import { counted, printableLines } from "gopherwood/printing";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Answer } from "../pages.ts";
import type { WorkspacePath } from "../workspace.ts";
import { onlyRule } from "./one-rule.ts";
import type { Progress } from "./request.ts";

type Site = Report["sites"][number];

const MOST_EXCERPTS = 3;

/** The lines that are shown before and after the judged code: how it came there and goes on. */
const BEFORE = 2;
const AFTER = 3;
/** More lines of the judged code itself are not shown. */
const MOST_LINES = 12;

/** Shows the best code that keeps a rule. */
export async function evidence(
  { root, path, rule }: WorkspacePath & { readonly rule: string },
  onProgress: Progress,
): Promise<Answer> {
  const only = await onlyRule(rule, new Gopherwood({ cwd: root }), path);
  const engine = new Gopherwood({ cwd: root, ...only, onProgress });
  const report = await engine.lintFiles([path]);
  const own = report.sites.filter(({ ruleId }) => ruleId === rule);
  const of = (verdict: Site["verdict"]) => own.filter((site) => site.verdict === verdict);
  const compliant = of("compliant");
  const files = new Set(compliant.map(({ file }) => file)).size;
  return {
    blocks: bestOf(compliant).map((site) => excerptOf(site, root)),
    summary:
      `${counted(compliant.length, "site")} in ${counted(files, "file")} keep ${rule}; ` +
      `${counted(of("violation").length, "violation")}, ${of("exempt").length} exempt, ` +
      `${of("undecided").length} undecided.`,
  };
}

/**
 * Returns the sites to show: outside of tests if there are any, those of the commonest approach
 * first, as different as can be, each in a file of its own.
 */
function bestOf(sites: readonly Site[]): Site[] {
  const inCode = sites.filter(({ file }) => !file.endsWith("_test.go"));
  const uses = new Map<string | undefined, number>();
  for (const { approach } of sites) uses.set(approach, (uses.get(approach) ?? 0) + 1);
  const usesOf = ({ approach }: Site) => uses.get(approach) ?? 0;
  const ranked = [...(inCode.length > 0 ? inCode : sites)].sort(
    (a, b) => usesOf(b) - usesOf(a),
  );
  const candidates = [...chooseExcerpts(ranked, MOST_EXCERPTS), ...ranked];
  const ofFile = new Map<string, Site>();
  for (const site of candidates) if (!ofFile.has(site.file)) ofFile.set(site.file, site);
  return [...new Set([...ofFile.values(), ...candidates])].slice(0, MOST_EXCERPTS);
}

/** Returns the lines around a site, below its place. */
function excerptOf(
  { file, range: { start, end }, symbol, approach }: Site,
  root: string,
): string {
  const lines = readFileSync(resolve(root, file), "utf8").split(/\r?\n/u);
  const last = Math.min(end.line, start.line - 1 + MOST_LINES);
  const shown = lines.slice(Math.max(0, start.line - 1 - BEFORE), last + AFTER);
  const place = `// ${file}:${start.line}`;
  const where = symbol === "" ? place : `${place} in ${symbol}`;
  const head = approach === undefined ? where : `${where}, by ${approach}`;
  return printableLines([head, ...shown].join("\n"));
}
