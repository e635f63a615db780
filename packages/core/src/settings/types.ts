/** A team's description of its project, in `settings.gopherwood` of a flat config. */
export interface GopherwoodSettings {
  readonly systems: readonly System[];
  readonly categories: readonly Category[];
  readonly assessment: AssessmentOptions;
}

/** A part of the code base that is judged on its own. */
export interface System {
  readonly name: string;
  /** Globs; `oma/failover/**` means it below any directory, see `matchesGlob`. */
  readonly files: readonly string[];
  readonly status: SystemStatus;
  /** Since when it has the status: `YYYY-MM-DD`. */
  readonly since?: string;
  /** One sentence for readers of the assessment. */
  readonly note?: string;
  /** Globs of the files that document it. */
  readonly documentation?: readonly string[];
  /** Systems of one group do the same job: one of them is to be active. */
  readonly group?: string;
}

/** Says if a system is worked on or is to go. */
export type SystemStatus = "active" | "deprecated";

/** A chapter of the assessment. */
export interface Category {
  /** A rule's `meta.docs.category`, or a name of the team's own. */
  readonly name: string;
  /** Ids of rules that belong here whatever their own category is; `*` stands for any part. */
  readonly rules?: readonly string[];
  /** The cost of broken rules, in a few words. */
  readonly impact?: string;
}

/** The options of the assessment. */
export interface AssessmentOptions {
  readonly title?: string;
  readonly purpose?: string;
  /** `YYYY-MM-DD`; the day of the run by default. */
  readonly date?: string;
  /** The sections to write; all by default. */
  readonly sections?: readonly AssessmentSection[];
  /** Marks statuses with pictures too. Default: true. */
  readonly emoji?: boolean;
  /** The largest number of excerpts of code for one verdict. Default: 3. */
  readonly excerpts?: number;
  /**
   * The address of a file at the host of the repository, with `{path}` and `{line}` in it,
   * and `{commit}`. Without it, places are not linked.
   */
  readonly links?: string;
  /**
   * The assumed cost of fixing one violation, review included, in minutes: by `--fix`, by a
   * suggestion, by hand. Default: 1, 4 and 10.
   */
  readonly effort?: EffortMinutes;
  /** Long lists are folded away, for hosts that render `<details>`. Default: false. */
  readonly collapsible?: boolean;
}

/** Minutes for one violation, by the way in which it is fixed. */
export interface EffortMinutes {
  readonly fix?: number;
  readonly suggestion?: number;
  readonly manual?: number;
}

export const ASSESSMENT_SECTIONS = [
  "systems",
  "evidence",
  "compliance",
  "comparison",
  "actions",
  "recommendation",
  "next-steps",
] as const;

/** A section of the assessment. */
export type AssessmentSection = (typeof ASSESSMENT_SECTIONS)[number];
