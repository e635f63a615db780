import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";

/** The project rules of the failover systems assessment: JobLog, and the Volume Daemon. */
export default [
  logging.configs.recommended,
  volumeDaemon.configs.recommended,
  {
    name: "gopherwood/migratekit",
    files: ["**/*.go"],
    rules: {
      "logging/no-direct-logging": "error",
      "volume-daemon/no-direct-volume-operations": "error",
    },
  },
];
