export default {
  name: "sloglint",
  install: "go-simpler.org/sloglint/cmd/sloglint@v0.12.0",
  arguments: ["-static-msg", "-no-mixed-args=false"],
  pack: "logging",
  rule: "logging/structured-arguments",
  options: { checks: ["formatted-message"] },
  classes: [],
};
