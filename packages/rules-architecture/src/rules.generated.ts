// Generated from src/rules by 'npm run generate'. Do not edit.

import noCodeOutsideSource from "./rules/no-code-outside-source.ts";
import noCommentedOutCode from "./rules/no-commented-out-code.ts";
import noDeadImports from "./rules/no-dead-imports.ts";
import noDeprecatedImports from "./rules/no-deprecated-imports.ts";
import noDuplicateFiles from "./rules/no-duplicate-files.ts";
import noLargeFiles from "./rules/no-large-files.ts";
import noLargeFunctions from "./rules/no-large-functions.ts";
import noPlaceholderCode from "./rules/no-placeholder-code.ts";
import requirePackageBoundaries from "./rules/require-package-boundaries.ts";
import singleActiveSystem from "./rules/single-active-system.ts";

/** The rules of this pack, by name. */
export const rules = {
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
};
