import type { GoConfig } from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import logging from "@gopherwood/rules-logging";

/** The recommended rules of the packs that are for any Go team. */
export const recommended: GoConfig[] = [
  logging.configs.recommended,
  architecture.configs.recommended,
  database.configs.recommended,
  errorHandling.configs.recommended,
];
