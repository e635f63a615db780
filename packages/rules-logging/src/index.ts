import { definePack } from "@gopherwood/core";
import { SLOG } from "./loggers/approaches.ts";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/**
 * Rules for how Go code logs. The recommended config is for a team with any logger; the rules'
 * defaults are those of a team that logs through JobLog.
 */
export default definePack({
  name: "@gopherwood/rules-logging",
  namespace: "logging",
  version,
  pages: "https://github.com/gopherwood/gopherwood/blob/main/packages/rules-logging/docs/rules",
  rules,
  recommended: {
    // Much of what fmt prints is a program's own output.
    "no-debug-leftovers": ["warn", { loggers: ["logrus", "slog", "log"] }],
    "no-secret-fields": "warn",
    // A fix of no-direct-logging writes what logrus.Infof formats as fmt.Sprintf.
    "structured-arguments": [
      "warn",
      { checks: ["missing-value", "non-string-key", "duplicate-key"] },
    ],
  },
  presets: {
    /** For a team that leaves logrus and the standard `log` for `log/slog`: `--fix` moves calls. */
    "logrus-to-slog": {
      "no-direct-logging": [
        "warn",
        { loggers: ["logrus", "log"], approaches: [SLOG], replacement: ["slog"] },
      ],
    },
    strict: {
      "no-debug-leftovers": "error",
      "no-secret-fields": "error",
      "structured-arguments": "error",
    },
  },
});
