import type { GoConfig } from "@gopherwood/core";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";

/** The project rules of the failover systems assessment: JobLog, and the Volume Daemon. */
export const migratekit: GoConfig[] = [
  { ...logging.configs.base, rules: { "logging/no-direct-logging": "error" } },
  {
    ...volumeDaemon.configs.base,
    rules: { "volume-daemon/no-direct-volume-operations": "error" },
  },
];
