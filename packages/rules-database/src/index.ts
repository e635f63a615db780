import { definePack } from "@gopherwood/core";
import noRawSql from "./rules/no-raw-sql.ts";

/** Rules that keep SQL, ORM chains and schema changes where they belong. */
export default definePack({
  name: "@gopherwood/rules-database",
  namespace: "database",
  version: "0.1.0",
  rules: {
    "no-raw-sql": noRawSql,
  },
  recommended: {},
});
