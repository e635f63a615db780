import { definePack } from "@gopherwood/core";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/** Rules about errors in Go. */
export default definePack({
  name: "@gopherwood/rules-error-handling",
  namespace: "error-handling",
  version,
  pages:
    "https://github.com/gopherwood/gopherwood/blob/main/packages/rules-error-handling/docs/rules",
  rules,
  recommended: {
    "no-fatal-outside-main": "error",
    "no-ignored-errors": "error",
    "no-swallowed-errors": "error",
    "require-error-wrapping": "error",
  },
  presets: {
    strict: {
      "no-fatal-outside-main": "error",
      "no-ignored-errors": "error",
      "no-panic": "error",
      "no-swallowed-errors": "error",
      "require-error-wrapping": "error",
    },
  },
});
