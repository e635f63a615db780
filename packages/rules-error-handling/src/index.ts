import { definePack } from "@gopherwood/core";
import noIgnoredErrors from "./rules/no-ignored-errors.ts";

/** Rules about errors in Go. */
export default definePack({
  name: "@gopherwood/rules-error-handling",
  namespace: "error-handling",
  version: "0.1.0",
  rules: {
    "no-ignored-errors": noIgnoredErrors,
  },
  recommended: {
    "no-ignored-errors": "error",
  },
});
