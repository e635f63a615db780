import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";

/** For any Go team: what each pack recommends without knowing the team's own rules. */
export default [logging.configs.recommended, volumeDaemon.configs.recommended];
