export default {
  name: "nilerr",
  install: "github.com/gostaticanalysis/nilerr/cmd/nilerr@v0.1.2",
  pack: "error-handling",
  rule: "error-handling/no-swallowed-errors",
  options: { tests: true },
  // It looks for two mistakes: the other one is an error that is returned although it is nil.
  asks: ({ message }) => message.startsWith("error is not nil"),
  place: (finding) => {
    const [, first] = /\(lines? \[?(\d+)/u.exec(finding.message) ?? [];
    return { ...finding, firstLine: Number(first) };
  },
  classes: [
    [/ours: violation/u, "ours right: it looks at returns alone, without break and continue"],
    [/ours: (?:compliant|exempt), /u, "ours right: the page lets it pass"],
    [/ours: undecided/u, "ours undecided"],
    [/ours: nothing/u, "out of scope: a branch that is also taken without an error"],
  ],
};
