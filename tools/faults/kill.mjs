/**
 * Kills `--fix` at random moments, and counts the files that are neither old nor new and the
 * temporary files that the next run leaves.
 *
 *   node tools/faults/kill.mjs [MOMENTS] [FILES]
 */
import { setTimeout as sleep } from "node:timers/promises";
import { newProject, random, row, run, start } from "./lib/project.mjs";

const [moments, count] = [process.argv[2] ?? 200, process.argv[3] ?? 2000].map(Number);
const project = newProject();
// More than a page of memory, most of it no fix: a run is to be at work on its files.
const OLD = `package p\n\n${`// ${"x".repeat(96)}\n`.repeat(60)}func f() {\n\tfoo()\n}\n`;
const NEW = OLD.replace("foo()", "bar()");
const names = Array.from({ length: count }, (_, at) => `d${at % 50}/f${at}.go`);
const isTemporary = (name) => name.endsWith(".gopherwood");

for (const name of names) project.write(name, OLD);
const started = performance.now();
await run(project.directory, ["--fix"]);
const whole = performance.now() - started;
for (const name of names) project.write(name, OLD);

const next = random(1);
const seen = { torn: 0, killed: 0, partly: 0, left: 0, ended: 0 };
for (let moment = 0; moment < moments; moment += 1) {
  const { child, ended } = start(project.directory, ["--fix"]);
  await sleep(next(whole));
  child.kill("SIGKILL");
  const { status } = await ended;
  seen[status === "SIGKILL" ? "killed" : "ended"] += 1;
  const texts = names.map((name) => project.read(name));
  seen.torn += texts.filter((text) => text !== OLD && text !== NEW).length;
  if (texts.includes(OLD) && texts.includes(NEW)) seen.partly += 1;
  seen.left += project.list().filter(isTemporary).length;
  for (const [at, text] of texts.entries()) if (text !== OLD) project.write(names[at], OLD);
}
await run(project.directory, ["--fix"]);
const after = project.list().filter(isTemporary).length;
project.remove();
row(
  `kill -9 at ${moments} moments of --fix over ${count} files`,
  seen.torn === 0 && after === 0,
  `${seen.killed} killed, ${seen.ended} had ended; ${seen.partly} with some files fixed; ` +
    `torn: ${seen.torn}; temporary files left by kills: ${seen.left}, after the last run: ${after}`,
);
