// Generated from src/rules by 'npm run generate'. Do not edit.

import noFatalOutsideMain from "./rules/no-fatal-outside-main.ts";
import noIgnoredErrors from "./rules/no-ignored-errors.ts";
import noPanic from "./rules/no-panic.ts";
import noSwallowedErrors from "./rules/no-swallowed-errors.ts";
import requireErrorWrapping from "./rules/require-error-wrapping.ts";
import requireRollback from "./rules/require-rollback.ts";

/** The rules of this pack, by name. */
export const rules = {
  "no-fatal-outside-main": noFatalOutsideMain,
  "no-ignored-errors": noIgnoredErrors,
  "no-panic": noPanic,
  "no-swallowed-errors": noSwallowedErrors,
  "require-error-wrapping": requireErrorWrapping,
  "require-rollback": requireRollback,
};
