import { definePack } from "@gopherwood/core";
import noFatalOutsideMain from "./rules/no-fatal-outside-main.ts";
import noIgnoredErrors from "./rules/no-ignored-errors.ts";
import noPanic from "./rules/no-panic.ts";
import noSwallowedErrors from "./rules/no-swallowed-errors.ts";
import requireErrorWrapping from "./rules/require-error-wrapping.ts";
import requireRollback from "./rules/require-rollback.ts";

/** Rules about errors in Go. */
export default definePack({
  name: "@gopherwood/rules-error-handling",
  namespace: "error-handling",
  version: "0.1.0",
  rules: {
    "no-fatal-outside-main": noFatalOutsideMain,
    "no-ignored-errors": noIgnoredErrors,
    "no-panic": noPanic,
    "no-swallowed-errors": noSwallowedErrors,
    "require-error-wrapping": requireErrorWrapping,
    "require-rollback": requireRollback,
  },
  recommended: {
    "no-fatal-outside-main": "error",
    "no-ignored-errors": "error",
    "no-swallowed-errors": "error",
    "require-error-wrapping": "error",
  },
});
