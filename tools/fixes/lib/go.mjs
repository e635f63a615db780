/** Asks the Go toolchain about the packages of a module. */
import { spawnSync } from "node:child_process";

/**
 * The packages that compile, those of their tests among them.
 *
 * @returns Their import paths; `errors` has what the compiler said of the others.
 */
export function compiled({ directory, tags, packages }) {
  const format = "{{.ImportPath}}\t{{if .Export}}ok{{end}}\t{{with .Error}}{{.Err}}{{end}}";
  const flags = ["-e", "-export", "-test", "-tags", tags, "-f", format];
  const { stdout, stderr } = go(["list", ...flags, ...packages], directory);
  const rows = stdout.split("\n").map((line) => line.split("\t"));
  const names = rows.flatMap(([name, ok]) => (ok === "ok" ? [name] : []));
  const errors = rows.flatMap(([, , error]) => (error ? [error] : [])).join("\n");
  return Object.assign(new Set(names), { errors: `${errors}\n${stderr}` });
}

/** Returns the findings of `go vet` about calls of slog and formats, without line numbers. */
export function vetted({ directory, tags, packages }) {
  const flags = ["-slog", "-printf", "-tags", tags];
  const { stderr } = go(["vet", ...flags, ...packages], directory);
  return stderr
    .split("\n")
    .filter((line) => /^[^#\s].*\.go:\d+/u.test(line))
    .map((line) => line.replace(/:\d+(?::\d+)?: /u, ": "));
}

function go(args, cwd) {
  const result = spawnSync("go", args, { cwd, encoding: "utf8", maxBuffer: 1 << 30 });
  if (result.error) throw result.error;
  return result;
}
