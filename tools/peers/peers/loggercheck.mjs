export default {
  name: "loggercheck",
  install: "github.com/timonwong/loggercheck/cmd/loggercheck@v0.13.1",
  pack: "logging",
  rule: "logging/structured-arguments",
  options: { checks: ["missing-value", "non-string-key"] },
  classes: [
    [
      /theirs: nothing; ours: violation, noKey/u,
      "out of scope: it looks at keys by a flag alone",
    ],
  ],
};
