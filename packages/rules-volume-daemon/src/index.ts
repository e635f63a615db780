import { definePack } from "@gopherwood/core";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/** Rules that keep volume operations in the Volume Daemon. */
export default definePack({
  name: "@gopherwood/rules-volume-daemon",
  namespace: "volume-daemon",
  version,
  pages:
    "https://github.com/gopherwood/gopherwood/blob/main/packages/rules-volume-daemon/docs/rules",
  rules,
  recommended: {
    "no-direct-volume-operations": "error",
  },
});
