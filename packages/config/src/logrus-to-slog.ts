import type { GoConfig } from "@gopherwood/core";
import logging from "@gopherwood/rules-logging";

/** Reports calls of logrus and of the standard `log`; `--fix` moves them to `log/slog`. */
export const logrusToSlog: GoConfig[] = [logging.configs["logrus-to-slog"]];
