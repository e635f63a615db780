// Generated from src/rules by 'npm run generate'. Do not edit.

import knownColumns from "./rules/known-columns.ts";
import noOrmOutsideRepositories from "./rules/no-orm-outside-repositories.ts";
import noRawSql from "./rules/no-raw-sql.ts";
import noSchemaChanges from "./rules/no-schema-changes.ts";
import requireJobRecord from "./rules/require-job-record.ts";

/** The rules of this pack, by name. */
export const rules = {
  "known-columns": knownColumns,
  "no-orm-outside-repositories": noOrmOutsideRepositories,
  "no-raw-sql": noRawSql,
  "no-schema-changes": noSchemaChanges,
  "require-job-record": requireJobRecord,
};
