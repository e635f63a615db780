import { assessment, report } from "./documents.ts";
import { evidence } from "./evidence.ts";
import { fix } from "./fix.ts";
import { lint, lintText } from "./lint.ts";
import { explainRule, listRules } from "./rules.ts";
import { syntaxTree } from "./syntax-tree.ts";

/** The tasks of the thread, by name. */
export const TASKS = {
  assessment,
  evidence,
  explainRule,
  fix,
  lint,
  lintText,
  listRules,
  report,
  syntaxTree,
};

/** The tasks that run no config, and need nobody's trust. */
export const WITHOUT_CONFIG: ReadonlySet<string> = new Set<TaskName>(["syntaxTree"]);

export type TaskName = keyof typeof TASKS;

/** The request that a task takes. */
export type RequestOf<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
