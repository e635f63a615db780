import { atText } from "../lib/text.mjs";

const RUNS = String.raw`^\w+\.\w*(?i:conn|db|execer|pool|querier|trans|tx)\.(Exec|Prepare|Query|QueryRow)(Context)?$`;

export default {
  name: "forbidigo",
  install: "github.com/ashanbrown/forbidigo/v2@v2.3.1",
  // Finds the uses of what a pattern names, by their types: the calls that run SQL.
  arguments: ["-analyze_types", `{p: '${RUNS}'}`, "--"],
  finding:
    /^(?:use of `)?\s*(?<message>[^`]*)` forbidden by .* at (?<file>\S.*):(?<line>\d+):(?<column>\d+)$/u,
  pack: "database",
  rule: "database/no-raw-sql",
  options: { repositoryPaths: [], tests: true },
  place: atText,
  classes: [
    [
      /["`(]\s*(?:BEGIN|CLOSE|COMMIT|FETCH|PRAGMA|SET|VACUUM)\b.*; ours: nothing/iu,
      "out of scope: a command of the session or of the file, which names no table",
    ],
    [
      /theirs: (?:[^"`]*|.*\b(?:fmt|strings)\.\w+\(\w+,.*); ours: nothing/u,
      "out of scope: the text comes from elsewhere",
    ],
    [
      /theirs: nothing; ours: violation/u,
      "out of scope: the text goes to another file, or to another kind of call",
    ],
  ],
};
