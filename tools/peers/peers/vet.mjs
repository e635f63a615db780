import { SLOG } from "../lib/slog.mjs";

export default {
  name: "go vet -slog",
  command: ["go", "vet", "-slog"],
  pack: "logging",
  rule: "logging/structured-arguments",
  options: { checks: ["missing-value", "non-string-key"], loggers: SLOG },
  classes: [],
};
