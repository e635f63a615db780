/** The reasons that are about one thing, by their codes, with the texts that name it. */
const NAMING = {
  // Of calls and their loggers.
  "other-package": (name) => `'${name}' is another package`,
  "logger-kept": (expression) => `its logger is kept elsewhere: '${expression}'`,
  "logger-made": (callee) => `its logger is made elsewhere: '${callee}'`,
  "slog-logger-kept": (expression) => `its logger is kept in '${expression}'`,
  "no-such-method": (method) => `slog has nothing like '${method}'`,
  "fields-of-own-type": (type) => `its fields have a type of their own: '${type}'`,
  // Of the variables and parameters that hold loggers.
  "holder-kind": (kind) => `its logger is a ${kind}`,
  "holder-type": (type) => `its logger is of type '${type}'`,
  "holder-origin": (name) => `its logger comes from '${name}'`,
  exported: (name) => `'${name}' is exported`,
  returned: (name) => `'${name}' is returned`,
  "assigned-elsewhere": (name) => `'${name}' is given to another variable`,
  "kept-in-literal": (name) => `'${name}' is kept in a literal`,
  "other-use": (name) => `'${name}' is used for more than logging`,
  "function-value": (name) => `'${name}' is more than called`,
  "name-of-other": (name) => `'${name}' is the name of something else as well`,
  // Of what a new logger is made of.
  "not-set": (name) => `'${name}' is not set yet`,
  "empty-context": (name) => `'${name}' is an empty context`,
  "may-be-nil": (expression) => `'${expression}' may be nil here`,
  "may-have-failed": (callee) => `'${callee}' may have failed here`,
  "may-not-be-made": (name) => `'${name}' may not have been made here`,
  // Of the statements to write.
  "ends-within-statement": (level) =>
    `'${level}' ends the program, and is no statement of its own`,
} satisfies Record<string, (name: string) => string>;

/** The texts of the other reasons, by their codes. */
const PLAIN = {
  "dot-import": "its package is dot-imported",
  "no-such-call": "slog has no such call",
  "no-level": "it has no level",
  "no-error": "it has no error",
  "no-time": "it has no time",
  "no-context": "it has no context",
  "no-fields": "it has no fields",
  "no-entry": "it makes an entry of nothing",
  "field-of-call": "its field is the result of a call",
  "fields-without-keys": "its fields have no keys",
  "field-without-value": "a field has no value",
  "wraps-error": "its format wraps an error with %w",
  "own-handler": "its logger has a handler of its own",
  "results-used": "its results are used",
  "declared-elsewhere": "its logger is declared elsewhere",
  "declared-with-others": "its logger is declared with others",
  "parameter-of-type": "its logger is a parameter of a type",
  "context-kept": "it keeps a context",
  "nested-calls": "its calls stand in one another",
  "function-without-name": "its function has no name",
  "function-literal-value": "its function is a value",
  "arguments-of-call": "the arguments come from another call",
  "no-logger": "no logger of the job is in scope",
  "no-tracker": "no tracker is in scope",
  "no-context-in-scope": "no context is in scope",
  "step-without-context": "the step's context has no name",
  "job-not-started": "the job may not have started here",
  "start-not-checked": "the error of 'StartJob' is not looked at",
  "used-in-step": "its entry is used in a step",
  "older-than-context": "its entry is made before the context that it is used with",
  "written-type": "its type is written, and the new logger's may be another",
  "map-within-statement": "its fields are a map, in the midst of a statement",
  "message-made-once": "its message can be made only once",
} satisfies Record<string, string>;

/** A reason for which a call is not rewritten. */
export type RefusalReason =
  | { readonly code: keyof typeof PLAIN }
  | { readonly code: keyof typeof NAMING; readonly name: string }
  | { readonly code: "used-in-file"; readonly name: string; readonly file: string }
  | { readonly code: "argument"; readonly name: string; readonly callee: string }
  | { readonly code: "other-method"; readonly name: string; readonly method: string }
  | { readonly code: "parameter"; readonly cause: Refusal }
  | { readonly code: "use"; readonly name: string; readonly cause: Refusal };

/** The result of a stage for a call that it cannot rewrite. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: RefusalReason;
}

/** Returns a refusal for a reason. */
export function refuse(reason: RefusalReason): Refusal {
  return { kind: "refused", reason };
}

/** Returns true for a refusal, false for any other result of a stage. */
export function isRefusal(result: object): result is Refusal {
  return "kind" in result && result.kind === "refused";
}

/** Returns the reason of a refusal as a report shows it: a clause about the call. */
export function formatRefusal({ reason }: Refusal): string {
  switch (reason.code) {
    case "used-in-file":
      return `'${reason.name}' is used in ${reason.file} as well`;
    case "argument":
      return `'${reason.name}' is passed to ${reason.callee}`;
    case "other-method":
      return `'${reason.name}' may be another '${reason.method}'`;
    case "parameter":
      return `its logger is a parameter: ${formatRefusal(reason.cause)}`;
    case "use":
      return `a use of '${reason.name}': ${formatRefusal(reason.cause)}`;
    default:
      return "name" in reason ? NAMING[reason.code](reason.name) : PLAIN[reason.code];
  }
}
