import { definePack } from "@gopherwood/core";
import noCodeOutsideSource from "./rules/no-code-outside-source.ts";
import noCommentedOutCode from "./rules/no-commented-out-code.ts";
import noDeadImports from "./rules/no-dead-imports.ts";
import noDeprecatedImports from "./rules/no-deprecated-imports.ts";
import noDuplicateFiles from "./rules/no-duplicate-files.ts";
import noPlaceholderCode from "./rules/no-placeholder-code.ts";
import noLargeFiles from "./rules/no-large-files.ts";
import noLargeFunctions from "./rules/no-large-functions.ts";
import requirePackageBoundaries from "./rules/require-package-boundaries.ts";
import singleActiveSystem from "./rules/single-active-system.ts";

/** Rules about the shape of a Go code base. */
export default definePack({
  name: "@gopherwood/rules-architecture",
  namespace: "architecture",
  version: "0.1.0",
  rules: {
    "no-code-outside-source": noCodeOutsideSource,
    "no-commented-out-code": noCommentedOutCode,
    "no-dead-imports": noDeadImports,
    "no-deprecated-imports": noDeprecatedImports,
    "no-duplicate-files": noDuplicateFiles,
    "no-large-files": noLargeFiles,
    "no-large-functions": noLargeFunctions,
    "no-placeholder-code": noPlaceholderCode,
    "require-package-boundaries": requirePackageBoundaries,
    "single-active-system": singleActiveSystem,
  },
  recommended: {
    "no-commented-out-code": "error",
    "no-dead-imports": "error",
    "no-duplicate-files": "error",
  },
});
