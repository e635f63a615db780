import { definePack } from "@gopherwood/core";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/** Rules that keep volume operations in the Volume Daemon. */
export default definePack({
  name: "@gopherwood/rules-volume-daemon",
  namespace: "volume-daemon",
  version,
  rules,
  recommended: {
    "no-direct-volume-operations": "error",
  },
});
