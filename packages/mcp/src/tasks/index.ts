import { assessment, report } from "./documents.ts";
import { evidence } from "./evidence.ts";
import { fix } from "./fix.ts";
import { lint, lintText } from "./lint.ts";
import { explainRule, listRules } from "./rules.ts";

/** What the thread can do, by name. */
export const TASKS = {
  assessment,
  evidence,
  explainRule,
  fix,
  lint,
  lintText,
  listRules,
  report,
};

export type TaskName = keyof typeof TASKS;

/** What a task needs to know. */
export type RequestOf<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
