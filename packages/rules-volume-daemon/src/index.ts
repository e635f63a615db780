import { definePack } from "@gopherwood/core";
import noDirectVolumeOperations from "./rules/no-direct-volume-operations.ts";

/** Rules that keep volume operations in the Volume Daemon. */
export default definePack({
  name: "@gopherwood/rules-volume-daemon",
  namespace: "volume-daemon",
  version: "0.1.0",
  rules: {
    "no-direct-volume-operations": noDirectVolumeOperations,
  },
  recommended: {
    "no-direct-volume-operations": "error",
  },
});
