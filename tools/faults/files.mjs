/**
 * Breaks what is around a run: full and read-only file systems, files that may not be read or
 * written, that vanish or change while the run goes on, and several runs at once. Needs root on
 * Linux, for mounts and for another user.
 *
 *   node tools/faults/files.mjs
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { NEW, newProject, OLD, row, run, start } from "./lib/project.mjs";

const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
const sh = (...args) => execFileSync(args[0], args.slice(1));
const oneLine = ({ status, stderr }) => `${status}: ${stderr.split("\n")[0]}`;

/** Runs a test in a project, with some files that have something to fix. */
async function withProject(names, test) {
  const project = newProject();
  for (const name of names) project.write(name, OLD);
  try {
    await test(project);
  } finally {
    project.remove();
  }
}

/** Runs a test in a project on a file system of its own. */
async function withMount(size, test) {
  const directory = newProject().directory;
  sh("mount", "-t", "tmpfs", "-o", `size=${size}`, "tmpfs", directory);
  try {
    await test(newProject(undefined, directory), directory);
  } finally {
    sh("umount", directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

await withMount("200k", async (project) => {
  for (const name of ["a.go", "b.go"]) project.write(name, OLD);
  try {
    project.write("fill", "x".repeat(1 << 20));
  } catch {
    // The disk is full, as it should be.
  }
  const outcome = await run(project.directory, ["--fix"]);
  const texts = ["a.go", "b.go"].map(project.read);
  const isWhole = texts.every((text) => text === OLD || text === NEW);
  row("disk full: --fix", outcome.status === 2 && isWhole, oneLine(outcome));
  const report = await run(project.directory, ["--format", "report", "-o", "report.json"]);
  row("disk full: -o", report.status === 2, oneLine(report));
});

await withMount("2m", async (project, mount) => {
  project.write("a.go", OLD);
  sh("mount", "-o", "remount,ro", mount);
  const outcome = await run(project.directory, ["--fix"]);
  row(
    "read-only file system: --fix",
    outcome.status === 2 && project.read("a.go") === OLD,
    oneLine(outcome),
  );
  sh("mount", "-o", "remount,rw", mount);
});

await withProject(["a.go", "b.go", "closed/c.go"], async (project) => {
  const path = (name) => join(project.directory, name);
  sh("chown", "-R", "65534:65534", project.directory);
  chmodSync(path("a.go"), 0);
  chmodSync(path("closed"), 0);
  const outcome = await run(project.directory, ["--fix"], { wrapper: nobody });
  const lines = outcome.stderr.split("\n").filter((line) => line.includes("EACCES"));
  row(
    "a file and a directory that may not be read",
    outcome.status === 2 && lines.length === 2 && project.read("b.go") === NEW,
    `${outcome.status}: ${lines.join(" / ")}`,
  );
  chmodSync(path("closed"), 0o755);
});

await withProject(["ro/a.go", "b.go"], async (project) => {
  sh("chown", "-R", "65534:65534", project.directory);
  chmodSync(join(project.directory, "ro/a.go"), 0o444);
  const outcome = await run(project.directory, ["--fix"], { wrapper: nobody });
  row(
    "a file that may not be written",
    outcome.status === 2 && project.read("ro/a.go") === OLD && project.read("b.go") === NEW,
    oneLine(outcome),
  );
});

await withProject(["in/a.go"], async (project) => {
  await withProject(["b.go"], async (outside) => {
    symlinkSync(outside.directory, join(project.directory, "in/link"));
    symlinkSync(join(outside.directory, "b.go"), join(project.directory, "in/b.go"));
    const outcome = await run(project.directory, ["--fix"]);
    row(
      "links that lead out of the tree",
      outcome.status === 0 && outside.read("b.go") === OLD && project.read("in/a.go") === NEW,
      oneLine(outcome),
    );
  });
});

const many = Array.from({ length: 600 }, (_, at) => `f${at}.go`);

/** Changes the last files of a run while the first are linted. */
async function whileRunning(name, change, check) {
  await withProject(many, async (project) => {
    const { child, ended } = start(project.directory, ["--fix"]);
    while (project.read("f0.go") === OLD && child.exitCode === null) {
      await sleep(5);
    }
    for (const file of many.slice(-50)) change(join(project.directory, file));
    const outcome = await ended;
    const rest = many.slice(0, -50).filter((file) => project.read(file) !== NEW).length;
    row(
      name,
      outcome.status !== null && rest === 0 && check(outcome, project),
      oneLine(outcome),
    );
  });
}

await whileRunning(
  "files are deleted while the run goes on",
  (path) => rmSync(path, { force: true }),
  ({ status, stderr }, project) =>
    status === 2 && stderr.includes("ENOENT") && project.list().length === many.length - 50 + 2,
);
await whileRunning(
  "files grow while the run goes on",
  (path) => writeFileSync(path, `${OLD}// more\n`),
  (_outcome, project) =>
    many.slice(-50).every((file) => project.read(file).endsWith("// more\n")),
);
await whileRunning(
  "files are replaced by directories while the run goes on",
  (path) => {
    rmSync(path, { force: true });
    mkdirSync(path);
  },
  ({ status, stderr }) => status === 2 && stderr.includes("EISDIR"),
);
await whileRunning(
  "files are renamed while the run goes on",
  (path) => renameSync(path, `${path}.old.go`),
  ({ status }, project) => status === 2 && project.list().length === many.length + 2,
);

await withProject(many, async (project) => {
  const runs = [["--fix"], ["--fix"], [], ["--format", "json"]];
  const outcomes = await Promise.all(runs.map((args) => run(project.directory, args)));
  const texts = many.map(project.read);
  row(
    "four runs at once, two of them with --fix",
    texts.every((text) => text === NEW) && project.list().length === many.length + 2,
    `${outcomes.map(({ status }) => status).join(" ")}; ${oneLine(outcomes[0])}`,
  );
  row(
    "the mode of a fixed file",
    (statSync(join(project.directory, "f0.go")).mode & 0o777) === 0o644,
    "",
  );
});
