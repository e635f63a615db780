const BEGIN = [
  "Begin",
  "BeginTx",
  "BeginTxx",
  "Beginx",
  "MustBegin",
  "MustBeginTx",
  "NewTx",
  "Tx",
];
const END = ["Commit", "Rollback"];

export default {
  name: "unqueryvet",
  install: "github.com/MirrexOne/unqueryvet/cmd/unqueryvet@v1.5.4",
  arguments: ["-no-color", "-tx-leak"],
  pack: "error-handling",
  rule: "error-handling/require-rollback",
  options: {
    pairs: BEGIN.map((step) => ({ step, undo: END })),
    tests: true,
  },
  asks: ({ message }) => message.includes("transaction"),
  classes: [
    [/ours: compliant/u, "ours right: each path ends it, hands it on, or calls what ends it"],
  ],
};
