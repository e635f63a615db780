import { execFileSync } from "node:child_process";

const run = (cwd, args) =>
  execFileSync("git", ["-c", "core.quotePath=false", ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

/**
 * Returns for each line of a file in a commit where it was in an earlier one, moved lines and
 * changes of space included; without an origin it is newer.
 */
export function blame(repository, earlier, commit, file) {
  const range = `${earlier}..${commit}`;
  const options = ["-w", "-M", "-C", "--line-porcelain"];
  const lines = [];
  let origin = {};
  let isOld = false;
  for (const line of run(repository, ["blame", ...options, range, "--", file]).split("\n")) {
    const [, number] = /^[0-9a-f]{40} (\d+) \d+/u.exec(line) ?? [];
    if (number !== undefined) {
      origin = { line: Number(number) };
      isOld = false;
    } else if (line === "boundary") isOld = true;
    else if (line.startsWith("filename ")) origin.file = line.slice("filename ".length);
    else if (line.startsWith("\t")) lines.push(isOld ? { origin } : {});
  }
  return lines;
}

/** Returns the files of a commit that an earlier one has with the same content. */
export function unchangedFiles(repository, earlier, commit) {
  const list = (...args) =>
    run(repository, [...args, "-z"])
      .split("\0")
      .filter(Boolean);
  const changed = new Set(list("diff", "--name-only", "--no-renames", earlier, commit));
  const all = list("ls-tree", "-r", "--name-only", commit);
  return new Set(all.filter((file) => !changed.has(file)));
}

/** Returns the ranges of lines that a commit has and an earlier one has not, by file. */
export function changedLines(repository, earlier, commit) {
  const args = [
    "diff",
    "-U0",
    "-M",
    "--no-color",
    "--no-ext-diff",
    earlier,
    commit,
    "--",
    "*.go",
  ];
  const ranges = new Map();
  let file = "";
  for (const line of run(repository, args).split("\n")) {
    const [, name] = /^\+\+\+ b\/(.*)$/u.exec(line) ?? [];
    if (name !== undefined) file = name;
    const [, start, length = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
    if (start === undefined || length === "0") continue;
    const own = ranges.get(file) ?? [];
    ranges.set(file, [...own, [Number(start), Number(start) + Number(length) - 1]]);
  }
  return ranges;
}
