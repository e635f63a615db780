import { definePack } from "@gopherwood/core";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/** Rules about the shape of a Go code base. */
export default definePack({
  name: "@gopherwood/rules-architecture",
  namespace: "architecture",
  version,
  pages:
    "https://github.com/gopherwood/gopherwood/blob/main/packages/rules-architecture/docs/rules",
  rules,
  recommended: {
    "no-commented-out-code": "error",
    "no-dead-imports": "error",
    "no-duplicate-files": "error",
  },
  presets: {
    strict: {
      "no-commented-out-code": "error",
      "no-dead-imports": "error",
      "no-duplicate-files": "error",
      "no-large-files": "error",
      "no-large-functions": "error",
      "no-placeholder-code": "error",
    },
  },
});
