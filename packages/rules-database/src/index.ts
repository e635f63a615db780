import { definePack } from "@gopherwood/core";

/** Rules that keep SQL, ORM chains and schema changes where they belong. */
export default definePack({
  name: "@gopherwood/rules-database",
  namespace: "database",
  version: "0.1.0",
  rules: {},
  recommended: {},
});
