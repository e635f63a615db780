import type { Category, GoConfig } from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";

/** The chapters of the assessment, and what it costs to break their rules. */
const categories: Category[] = [
  {
    name: "Volume Daemon Usage",
    impact:
      "Volumes that the Volume Daemon does not know of, and devices that it cannot follow",
  },
  {
    name: "Logging Standards",
    impact: "Inconsistent logging and missing correlation IDs",
  },
  {
    name: "Job Tracking",
    rules: [
      "logging/no-background-context",
      "logging/no-false-completion",
      "logging/no-outer-logger",
      "logging/require-end-job",
      "volume-daemon/await-volume-operation",
    ],
    impact: "Jobs and operations that look finished and are not",
  },
  {
    name: "Architecture Rules",
    impact: "Code that is changed in one place and not in the other",
  },
  { name: "Database Integration", impact: "Operations that nobody finds in failover_jobs" },
  { name: "Error Handling", impact: "Failures that go unseen, and work that is half undone" },
];

/**
 * The project rules of the failover systems assessment: JobLog, the Volume Daemon, one
 * active system of each kind, recorded jobs, and rollbacks.
 */
export const migratekit: (GoConfig | { settings: object })[] = [
  { settings: { gopherwood: { categories } } },
  {
    ...logging.configs.base,
    rules: {
      "logging/no-background-context": "error",
      "logging/no-direct-logging": [
        "error",
        {
          approaches: [
            {
              name: "joblog",
              types: ["joblog.Tracker"],
              methods: ["StartJob", "RunStep", "EndJob"],
              loggers: ["Logger"],
            },
            {
              name: "operation-logger",
              functions: ["logging.NewOperationLogger"],
              types: ["logging.OperationLogger", "logging.OperationContext"],
            },
          ],
          replacement: ["logger", "tracker"],
        },
      ],
      "logging/no-false-completion": "error",
      "logging/no-outer-logger": "error",
      "logging/require-end-job": "error",
      // A fix of no-direct-logging writes what logrus.Infof formats as fmt.Sprintf.
      "logging/structured-arguments": [
        "error",
        { checks: ["missing-value", "non-string-key", "duplicate-key"] },
      ],
    },
  },
  {
    ...volumeDaemon.configs.base,
    rules: {
      "volume-daemon/await-volume-operation": "error",
      "volume-daemon/no-direct-volume-operations": "error",
    },
  },
  {
    ...architecture.configs.base,
    rules: {
      "architecture/no-code-outside-source": [
        "error",
        { source: ["source/**", "cmd/**"], exemptPaths: ["archive/**"] },
      ],
      "architecture/no-dead-imports": "error",
      "architecture/no-duplicate-files": "error",
      "architecture/no-large-functions": "error",
      "architecture/no-placeholder-code": "error",
      "architecture/single-active-system": "error",
    },
  },
  {
    ...database.configs.base,
    rules: {
      "database/no-orm-outside-repositories": "error",
      "database/no-raw-sql": "error",
      "database/no-schema-changes": "error",
      "database/require-job-record": "error",
    },
  },
  {
    ...errorHandling.configs.base,
    rules: {
      "error-handling/no-fatal-outside-main": "error",
      "error-handling/no-ignored-errors": "error",
      "error-handling/no-panic": "error",
      "error-handling/no-swallowed-errors": "error",
      "error-handling/require-rollback": "error",
    },
  },
];
