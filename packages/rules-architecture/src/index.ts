import { definePack } from "@gopherwood/core";

/** Rules about the shape of a Go code base. */
export default definePack({
  name: "@gopherwood/rules-architecture",
  namespace: "architecture",
  version: "0.1.0",
  rules: {},
  recommended: {},
});
