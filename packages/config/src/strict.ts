import type { GoConfig } from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import errorHandling from "@gopherwood/rules-error-handling";
import logging from "@gopherwood/rules-logging";

/** All rules of the packs that need nothing to know of a team. */
export const strict: GoConfig[] = [
  logging.configs.strict,
  architecture.configs.strict,
  errorHandling.configs.strict,
];
