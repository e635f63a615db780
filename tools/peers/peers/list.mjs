import { relative } from "node:path";
import { go } from "../lib/go.mjs";

export default {
  name: "go list",
  pack: "architecture",
  rule: "architecture/no-dead-imports",
  /** Returns the imports of packages that are not there. */
  find(directory) {
    const format = "{{range .DepsErrors}}{{.Pos}} {{.Err}}\n{{end}}";
    const lines = go(["list", "-e", "-test", "-f", format, "./..."], directory).split("\n");
    return lines.flatMap((text) => {
      const { file, line, message } =
        /^(?<file>.+?\.go):(?<line>\d+):\S* (?<message>.*)/u.exec(text)?.groups ?? {};
      if (file === undefined) return [];
      return [{ file: relative(directory, file), line: Number(line), message }];
    });
  },
  classes: [],
};
