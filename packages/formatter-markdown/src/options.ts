import type { Report } from "@gopherwood/core/runner";
import { MINUTES, type FixCounts } from "./model/effort.ts";

/** The options of a document, with their defaults filled in. */
export interface Options {
  readonly title: string;
  readonly purpose: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly sections: readonly Section[];
  readonly emoji: boolean;
  /** The largest number of excerpts of one kind. */
  readonly excerpts: number;
  /** The address of a file at the repository's host; null for no links. */
  readonly links: string | null;
  readonly collapsible: boolean;
  /** The assumed cost of one violation, in minutes. */
  readonly effort: FixCounts;
}

/** The size of the appendix behind the first page. */
export type Appendix = "full" | "short" | "none";

export type Section = NonNullable<Report["assessment"]["sections"]>[number];

export const SECTIONS = [
  "systems",
  "evidence",
  "compliance",
  "comparison",
  "actions",
  "recommendation",
  "next-steps",
] as const satisfies readonly Section[];

/**
 * Returns the options of a report's config, with defaults for the rest.
 *
 * @param today `YYYY-MM-DD`, for a config that gives no date.
 */
export function optionsOf({ assessment, commit, root }: Report, today: string): Options {
  const {
    title = `${projectName(root)}: rule compliance`,
    purpose = "Show how far the code follows the project's rules, and what to do next.",
    date = today,
    sections = SECTIONS,
    emoji = true,
    excerpts = 3,
    links,
    collapsible = false,
    effort,
  } = assessment;
  const address = links?.replaceAll("{commit}", commit?.hash ?? "HEAD") ?? null;
  const minutes = { ...MINUTES, ...effort };
  return {
    title,
    purpose,
    date,
    sections,
    emoji,
    excerpts,
    links: address,
    collapsible,
    effort: minutes,
  };
}

/** Returns the last element of the root's path. */
export function projectName(root: string): string {
  return root.split(/[\\/]/u).findLast((element) => element !== "") ?? "Project";
}
