import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";

/** Without cgo, no file is replaced by a generated one, and no C library has to be there. */
export const ENVIRONMENT = { ...process.env, CGO_ENABLED: "0" };

/** Installs a command of a pinned version, and returns its path. */
export function install(target, directory) {
  const [path, version] = target.split("@");
  const name = path
    .replace(/\/v\d+$/u, "")
    .split("/")
    .at(-1);
  const bin = join(directory, version);
  const command = join(bin, name);
  if (!existsSync(command)) go(["install", target], directory, { GOBIN: bin, GOFLAGS: "" });
  return command;
}

/** Returns the Go files of a module that a build for this machine reads, relative to it. */
export function builtFiles(directory) {
  const format =
    "{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}\n{{end}}{{range .CgoFiles}}{{$d}}/{{.}}\n{{end}}" +
    "{{range .TestGoFiles}}{{$d}}/{{.}}\n{{end}}{{range .XTestGoFiles}}{{$d}}/{{.}}\n{{end}}";
  const files = go(["list", "-e", "-f", format, "./..."], directory).split("\n");
  return new Set(files.filter(Boolean).map((file) => relative(directory, file)));
}

/** Runs `go` and returns what it prints. */
export function go(args, cwd, env = {}) {
  const { status, stdout, stderr, error } = spawnSync("go", args, {
    cwd: existsSync(cwd) ? cwd : undefined,
    env: { ...ENVIRONMENT, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`go ${args.join(" ")} failed in ${cwd}:\n${stderr}`);
  return stdout;
}
