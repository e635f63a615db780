/** @type {import("jest").Config} */
export default {
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        // Beside the code: within it, each test file would read them again.
        sourceMaps: true,
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      },
    ],
  },
  // Tests run on the sources of every package, so that no stale build can pass.
  moduleNameMapper: {
    "^@gopherwood/core/(changes|documents|report|runner)$":
      "<rootDir>/packages/core/src/$1/index.ts",
    "^@gopherwood/([^/]+)$": "<rootDir>/packages/$1/src/index.ts",
  },
  testMatch: [
    "<rootDir>/packages/*/tests/**/*.test.ts",
    "<rootDir>/tests/**/*.test.ts",
    "<rootDir>/packages/create-rules/template/rule/*.test.ts",
  ],
  testTimeout: 60_000,
  maxWorkers: "100%",
  // A process keeps the modules of every test file that it ran: then its heap slows it down.
  workerIdleMemoryLimit: "600MB",
};
