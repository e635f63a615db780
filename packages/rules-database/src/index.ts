import { definePack } from "@gopherwood/core";
import knownColumns from "./rules/known-columns.ts";
import noOrmOutsideRepositories from "./rules/no-orm-outside-repositories.ts";
import noRawSql from "./rules/no-raw-sql.ts";
import noSchemaChanges from "./rules/no-schema-changes.ts";
import requireJobRecord from "./rules/require-job-record.ts";

/** Rules that keep SQL, ORM chains and schema changes where they belong. */
export default definePack({
  name: "@gopherwood/rules-database",
  namespace: "database",
  version: "0.1.0",
  rules: {
    "known-columns": knownColumns,
    "no-orm-outside-repositories": noOrmOutsideRepositories,
    "no-raw-sql": noRawSql,
    "no-schema-changes": noSchemaChanges,
    "require-job-record": requireJobRecord,
  },
  recommended: {},
});
