import logging from "../../packages/rules-logging/dist/index.js";

/** One rule, for every file: no call of logrus. */
export default [
  {
    ...logging.configs.base,
    rules: {
      "logging/no-direct-logging": [
        "error",
        { loggers: ["logrus"], approaches: [], tests: true, mains: true, exemptPackages: [] },
      ],
    },
  },
];
