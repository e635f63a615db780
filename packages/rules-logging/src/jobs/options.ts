import {
  mainPackages,
  NAME_PATTERNS,
  packageNames,
  paths,
  testFiles,
  type OptionsOf,
} from "@gopherwood/core";

/** The types of job trackers. */
export const TRACKERS = {
  description: "The types of job trackers.",
  ...NAME_PATTERNS,
  default: ["joblog.Tracker"],
} as const;

/** The statuses of a job that succeeded and of one that failed. */
export const OUTCOMES = {
  completed: {
    description: "The status of a job that succeeded, as a name pattern.",
    type: "string",
    pattern: String.raw`^.+\.[^./]+$`,
    default: "joblog.StatusCompleted",
  },
  failed: {
    description: "The name of the status of a job that failed, in the same package.",
    type: "string",
    default: "StatusFailed",
  },
} as const;

/** The values of these options. */
export type Outcomes = OptionsOf<typeof OUTCOMES>;

/** The files that the rules for jobs leave alone. */
export const JOB_EXEMPTIONS = {
  tests: testFiles(),
  exemptPaths: paths(),
  mains: mainPackages(true),
  exemptPackages: packageNames(["joblog"]),
};
