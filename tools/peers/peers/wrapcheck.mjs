export default {
  name: "wrapcheck",
  install: "github.com/tomarrell/wrapcheck/v2/cmd/wrapcheck@v2.13.0",
  pack: "error-handling",
  rule: "error-handling/require-error-wrapping",
  options: { bareReturns: true, tests: true },
  answers: ({ verdict, messageId }) => verdict !== "violation" || messageId === "bare",
  classes: [
    [/ours: exempt, bare package/u, "out of scope: our option 'barePackages'"],
    [/ours: undecided/u, "ours undecided"],
    [
      /theirs: .*\/errors\.\w+(?: func)?\(/u,
      "ours right: a package of errors makes and wraps them",
    ],
    [/theirs: .*\w error[,)].*ours: nothing/u, "ours right: what gets an error wraps it"],
    [/theirs: .*interface method/u, "out of scope: an interface of the package itself"],
    [
      /theirs: nothing; ours: violation/u,
      "ours right: it looks neither into function literals nor beside another call",
    ],
  ],
};
