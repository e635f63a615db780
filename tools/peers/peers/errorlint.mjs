export default {
  name: "go-errorlint",
  install: "github.com/polyfloyd/go-errorlint@v1.8.0",
  arguments: ["-errorf", "-asserts=false", "-comparison=false"],
  pack: "error-handling",
  rule: "error-handling/require-error-wrapping",
  options: { tests: true },
  classes: [
    [/ours: compliant, , fmt\.Errorf\(.*%w/u, "ours right: the call wraps one of two errors"],
    [/ours: violation, verb, .*\.Error\(\)/u, "ours right: it does not look for err.Error()"],
    [/ours: undecided/u, "ours undecided"],
  ],
};
