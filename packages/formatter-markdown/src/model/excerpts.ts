import type { Site } from "./assessment.ts";
import { groupBy } from "@gopherwood/core/report";

/**
 * Chooses sites to show: one of each callee, approach and reason, so that they differ, the
 * shortest code of each, and no place twice. The head of a function shows something only
 * where there is nothing else, and little of it.
 */
export function chooseExcerpts(sites: readonly Site[], limit: number): Site[] {
  const telling = sites.filter(isTelling);
  const heads = sites.filter(isHead);
  if (telling.length === 0) return heads.length > limit ? [] : heads;
  const kinds = groupBy(telling, (site) =>
    [site.approach, site.reason, callee(site), site.messageId].join("\0"),
  );
  const candidates = [...kinds.values()].map((some) =>
    some.reduce((best, site) => (lineCount(site) < lineCount(best) ? site : best)),
  );
  // One of each approach or reason before a second of any.
  const seen = new Map<string, number>();
  const ranked = candidates.map((site) => {
    const key = `${site.approach ?? ""}\0${site.reason ?? ""}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { site, rank };
  });
  const chosen = ranked.sort((a, b) => a.rank - b.rank).map(({ site }) => site);
  return [...new Map(chosen.map((site) => [placeOf(site), site])).values()].slice(0, limit);
}

/** Returns the code of some sites, each below a comment with its place. */
export function excerptText(sites: readonly Site[]): string {
  return sites
    .map((site) => {
      const { code } = site;
      const isCut = code.split("\n").length < lineCount(site);
      return `// ${placeOf(site)}\n${code.trimEnd()}${isCut ? "\n// ..." : ""}`;
    })
    .join("\n\n");
}

/** Returns false for a package clause, a compliant import and the head of an `if` alone. */
function isTelling(site: Site): boolean {
  const { code, subject, verdict } = site;
  if (verdict === "compliant" && (/^"/u.test(subject) || isHead(site))) return false;
  return !/^package \w+$|^(?:\} else )?if \w+ != nil \{$/u.test(code);
}

/** Returns true for a function that stands for itself by its head. */
function isHead({ code, subject }: Site): boolean {
  return /^func\b/u.test(code) && /^\w+$/u.test(subject);
}

function placeOf({ file, range }: Site): string {
  return `${file.replaceAll(/[\r\n]/gu, " ")}:${range.start.line}`;
}

function callee({ subject }: Site): string {
  return subject.split("(", 1)[0] ?? "";
}

function lineCount({ range }: Site): number {
  return range.end.line - range.start.line + 1;
}
