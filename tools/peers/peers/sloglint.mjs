import { SLOG } from "../lib/slog.mjs";

export default {
  name: "sloglint",
  install: "go-simpler.org/sloglint/cmd/sloglint@v0.12.0",
  arguments: ["-static-msg", "-no-mixed-args=false"],
  pack: "logging",
  rule: "logging/structured-arguments",
  options: { checks: ["formatted-message"], loggers: SLOG },
  asks: ({ message }) => message.startsWith("message should be"),
  // The message may stand on the line below its call.
  place: (finding) => ({ ...finding, firstLine: finding.line - 1 }),
  classes: [
    [
      /ours: (?:compliant|undecided, a slice)/u,
      "out of scope: a variable, an error's text or a sum without fmt",
    ],
    [
      /ours: undecided, a caller gives the format/u,
      "ours undecided: a wrapper's message is its caller's",
    ],
  ],
};
