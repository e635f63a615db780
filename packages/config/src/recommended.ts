import type { GoConfig } from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";

/** For any Go team: what each pack recommends without knowing the team's own rules. */
export const recommended: GoConfig[] = [
  logging.configs.recommended,
  volumeDaemon.configs.recommended,
  architecture.configs.recommended,
  database.configs.recommended,
  errorHandling.configs.recommended,
];
