/**
 * Fails reads and writes of files with EIO, as a broken disk does. Needs a C compiler on Linux.
 *
 *   node tools/faults/io-errors.mjs
 */
import { spawnSync } from "node:child_process";
import { linkSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NEW, newProject, OLD, row, run } from "./lib/project.mjs";

const source = fileURLToPath(new URL("lib/eio.c", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "gopherwood-eio-"));
const library = join(work, "eio.so");
const compiled = spawnSync("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"], {
  encoding: "utf8",
});

/**
 * Runs the command over three files.
 *
 * @param variable EIO_READ or EIO_WRITE.
 * @param part Of the paths of the files that cannot be read or written.
 */
async function fail(name, variable, part, args, isRight, prepare = () => {}) {
  const project = newProject();
  for (const each of ["a.go", "b.go", "c.go"]) project.write(each, OLD);
  prepare(project);
  const wrapper = ["env", `LD_PRELOAD=${library}`, `${variable}=${part}`];
  const outcome = await run(project.directory, args, { wrapper });
  const lines = outcome.stderr.split("\n").filter((line) => line.includes("EIO"));
  row(
    name,
    outcome.status === 2 && lines.length === 1 && isRight(project, outcome),
    `${outcome.status}: ${outcome.stderr.split("\n").slice(0, 2).join(" / ")}`,
  );
  project.remove();
}

const hasOnly = (project, fixed) =>
  ["a.go", "b.go", "c.go"].every(
    (name) => project.read(name) === (fixed.includes(name) ? NEW : OLD),
  ) && project.list().length === 5;

if (compiled.status === 0) {
  await fail("a file cannot be read", "EIO_READ", "/b.go", ["--fix"], (project) =>
    hasOnly(project, ["a.go", "c.go"]),
  );
  await fail("a fixed file cannot be written", "EIO_WRITE", "/.b.go.", ["--fix"], (project) =>
    hasOnly(project, ["a.go", "c.go"]),
  );
  await fail(
    "a fixed file with two names cannot be written",
    "EIO_WRITE",
    "/b.go",
    ["--fix"],
    (project) => project.read("a.go") === NEW && project.read("c.go") === NEW,
    ({ directory }) => linkSync(join(directory, "b.go"), join(directory, "b.txt")),
  );
  await fail(
    "a report cannot be written",
    "EIO_WRITE",
    "/out.txt",
    ["-o", "out.txt"],
    () => true,
  );
  await fail("a config cannot be read", "EIO_READ", "/gopherwood.config.mjs", [], (project) =>
    hasOnly(project, []),
  );
  await fail(
    "a baseline cannot be written",
    "EIO_WRITE",
    "/gopherwood-baseline",
    ["baseline"],
    (project) => hasOnly(project, []),
  );
} else {
  console.log(`| not run | EIO | ${compiled.error?.message ?? compiled.stderr} |`);
}
rmSync(work, { recursive: true });
