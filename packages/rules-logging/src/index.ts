import { definePack } from "@gopherwood/core";
import { SLOG } from "./approaches.ts";
import noDirectLogging from "./rules/no-direct-logging.ts";

/**
 * Rules for how Go code logs. The recommended config is for a team without a logger
 * of its own; the rules' defaults are those of a team that logs through JobLog.
 */
export default definePack({
  name: "@gopherwood/rules-logging",
  namespace: "logging",
  version: "0.1.0",
  rules: {
    "no-direct-logging": noDirectLogging,
  },
  recommended: {
    "no-direct-logging": ["warn", { loggers: ["logrus", "log"], approaches: [SLOG] }],
  },
});
