/** The sections that say why and show wrong and right code; the first has no heading. */
const SHOWN = new Set(["Wrong", "Right"]);

/** Returns what a rule's page says from below its title to its examples. */
export function introductionOf(page: string): string {
  const [first = "", ...sections] = page.split(/^(?=## )/mu);
  const introduction = first.replace(/^# .*\n/u, "");
  const shown = sections.filter((section) => SHOWN.has(/^## (.*)/u.exec(section)?.[1] ?? ""));
  return [introduction, ...shown].join("").trim();
}
