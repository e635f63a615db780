/** The text of a config that moves calls of loggers to slog, wherever they stand. */
export function migrationConfig(loggers) {
  const root = new URL("../../../", import.meta.url);
  const pack = new URL("packages/rules-logging/dist/index.js", root).href;
  const rule = {
    loggers,
    replacement: [{ use: "slog", as: "fix" }],
    tests: true,
    mains: true,
    exemptPackages: [],
  };
  return `import logging from ${JSON.stringify(pack)};
export default [
  logging.configs.base,
  { files: ["**/*.go"], rules: { "logging/no-direct-logging": ["error", ${JSON.stringify(rule)}] } },
];
`;
}
