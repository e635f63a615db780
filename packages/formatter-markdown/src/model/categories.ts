import type { Report } from "@gopherwood/core/runner";

/** A chapter of the document, with the rules that belong to it. */
export interface Chapter {
  readonly name: string;
  /** The cost of broken rules, in a few words; empty if the team gives none. */
  readonly impact: string;
  /** True if the config names it. */
  readonly isNamed: boolean;
  /** Ids, sorted. */
  readonly rules: readonly string[];
}

/** For rules that name no category. */
const OTHER = "Other Rules";

/**
 * Returns the chapters: those that the config names, in its order, then those of other rules by
 * name. A rule belongs to the first configured category that lists it, else to its own.
 */
export function chaptersOf({
  categories,
  rules,
}: Pick<Report, "categories" | "rules">): Chapter[] {
  const rulesOf = new Map<string, string[]>();
  for (const [ruleId, { category }] of Object.entries(rules)) {
    const named = categories.find(({ rules: patterns = [] }) =>
      patterns.some((pattern) => matchesPattern(ruleId, pattern)),
    );
    const name = named?.name ?? (category || OTHER);
    rulesOf.set(name, [...(rulesOf.get(name) ?? []), ruleId]);
  }
  const configured = categories.map(({ name }) => name);
  const others = [...rulesOf.keys()].filter((name) => !configured.includes(name)).sort();
  return [...configured, ...others].map((name) => ({
    name,
    impact: categories.find((category) => category.name === name)?.impact ?? "",
    isNamed: configured.includes(name),
    rules: (rulesOf.get(name) ?? []).sort(),
  }));
}

/** Returns true if an id matches a pattern, in which `*` stands for anything. */
function matchesPattern(ruleId: string, pattern: string): boolean {
  const parts = pattern
    .split("*")
    .map((part) => part.replace(/[$()*+.?[\\\]^{|}/]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(ruleId);
}
