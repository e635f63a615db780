// Generated from src/rules by 'npm run generate'. Do not edit.

import requiredCall from "./rules/required-call.ts";
import restrictedCalls from "./rules/restricted-calls.ts";
import restrictedFields from "./rules/restricted-fields.ts";
import restrictedImports from "./rules/restricted-imports.ts";
import restrictedSyntax from "./rules/restricted-syntax.ts";
import restrictedTypes from "./rules/restricted-types.ts";

/** The rules of this pack, by name. */
export const rules = {
  "required-call": requiredCall,
  "restricted-calls": restrictedCalls,
  "restricted-fields": restrictedFields,
  "restricted-imports": restrictedImports,
  "restricted-syntax": restrictedSyntax,
  "restricted-types": restrictedTypes,
};
