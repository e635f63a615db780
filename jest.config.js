/** @type {import("jest").Config} */
export default {
  // Files of tests share what they load, which takes more time than most of them do.
  runner: ["jest-light-runner", { runtime: "child_process" }],
  setupFiles: ["<rootDir>/tools/test/setup.mjs"],
  // Tests run on the sources of every package, so that no stale build can pass.
  moduleNameMapper: {
    "^@gopherwood/core/(changes|documents|report|runner)$":
      "<rootDir>/packages/core/src/$1/index.ts",
    "^@gopherwood/([^/]+)$": "<rootDir>/packages/$1/src/index.ts",
    // The editor's own modules are no packages.
    "^vscode$": "<rootDir>/packages/vscode/tests/editor/vscode.ts",
    "^vscode-languageclient/node$": "<rootDir>/packages/vscode/tests/editor/language-client.ts",
  },
  testMatch: [
    "<rootDir>/packages/*/tests/**/*.test.ts",
    "<rootDir>/tests/**/*.test.ts",
    "<rootDir>/packages/create-rules/template/rule/*.test.ts",
  ],
  maxWorkers: "100%",
};
