const LEVELS = ["Debug", "Info", "Warn", "Error"];

/** The loggers of our rule that linters for `log/slog` alone look at. */
export const SLOG = [
  {
    packages: ["log/slog"],
    types: ["log/slog.Logger"],
    calls: {
      ...Object.fromEntries(
        LEVELS.flatMap((level) => [
          [level, "message pairs"],
          [`${level}Context`, "context message pairs"],
        ]),
      ),
      Log: "context level message pairs",
      LogAttrs: "context level message attributes",
      With: "pairs",
      Group: "key pairs",
    },
  },
  { types: ["log/slog.Record"], calls: { Add: "pairs" } },
];
