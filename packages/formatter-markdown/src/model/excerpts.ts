import type { Site } from "./assessment.ts";

/**
 * Chooses sites to show: the first of each callee, approach and reason, so that they
 * differ; short code first where there are too many.
 */
export function chooseExcerpts(sites: readonly Site[], limit: number): Site[] {
  const kinds = new Map<string, Site>();
  for (const site of sites.filter(isTelling)) {
    const kind = [site.approach, site.reason, callee(site), site.messageId].join("\0");
    const known = kinds.get(kind);
    if (!known || lineCount(site) < lineCount(known)) kinds.set(kind, site);
  }
  const candidates = [...kinds.values()];
  // One of each approach or reason before a second of any.
  const seen = new Map<string, number>();
  const ranked = candidates.map((site) => {
    const key = `${site.approach ?? ""}\0${site.reason ?? ""}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { site, rank };
  });
  const chosen = ranked.sort((a, b) => a.rank - b.rank).slice(0, limit);
  return chosen.map(({ site }) => site);
}

/** The code of some sites, each below a comment with its place. */
export function excerptText(sites: readonly Site[]): string {
  return sites
    .map((site) => {
      const { code, file, range } = site;
      const place = `// ${file.replaceAll(/[\r\n]/gu, " ")}:${range.start.line}`;
      const isCut = code.split("\n").length < lineCount(site);
      return `${place}\n${code}${isCut ? "\n// ..." : ""}`;
    })
    .join("\n\n");
}

/** A package clause, which stands for its file, and an import that is in order show nothing. */
function isTelling({ subject, verdict }: Site): boolean {
  return !/^package \w+$/u.test(subject) && !(verdict === "compliant" && /^"/u.test(subject));
}

function callee({ subject }: Site): string {
  return subject.split("(", 1)[0] ?? "";
}

function lineCount({ range }: Site): number {
  return range.end.line - range.start.line + 1;
}
