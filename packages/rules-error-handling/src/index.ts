import { definePack } from "@gopherwood/core";

/** Rules about errors in Go. */
export default definePack({
  name: "@gopherwood/rules-error-handling",
  namespace: "error-handling",
  version: "0.1.0",
  rules: {},
  recommended: {},
});
