export default {
  name: "loggercheck",
  install: "github.com/timonwong/loggercheck/cmd/loggercheck@v0.13.1",
  pack: "logging",
  rule: "logging/structured-arguments",
  options: { checks: ["missing-value"] },
  classes: [],
};
