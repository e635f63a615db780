import { definePack } from "@gopherwood/core";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/** Rules that keep SQL, ORM chains and schema changes where they belong. */
export default definePack({
  name: "@gopherwood/rules-database",
  namespace: "database",
  version,
  pages:
    "https://github.com/gopherwood/gopherwood/blob/main/packages/rules-database/docs/rules",
  rules,
  recommended: {},
});
