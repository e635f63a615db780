import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLEAN, FOO, Project } from "./project.ts";

/** Returns a project with the report of its only shard, and changes it. */
async function sharded(
  files: Record<string, string>,
  change: (report: Record<string, unknown>) => void = () => {},
): Promise<Project> {
  const project = new Project(files);
  await project.run(["--shard", "1/1", "-f", "report", "-o", "1.json"]);
  const path = join(project.root, "1.json");
  const report = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  change(report);
  writeFileSync(path, JSON.stringify(report));
  return project;
}

test("a format with a survey reads the documents, but for the one that it writes", async () => {
  const old = { name: "Old", status: "deprecated", files: ["old/**"] };
  using project = await sharded({
    "gopherwood.config.mjs":
      'import { base } from "./plugin.mjs";\n' +
      `export default [base, { settings: { gopherwood: { systems: [${JSON.stringify(old)}] } } }];\n`,
    "old/only.go": CLEAN,
    "go.mod": "module m\n",
    "README.md": "See old/only.go.\n",
    "NOTES.md": "See old/only.go.\n",
  });
  const surveyed = async (...args: string[]) => {
    const { stdout } = await project.run(["merge", "1.json", ...args]);
    const text = stdout === "" ? readFileSync(join(project.root, "NOTES.md"), "utf8") : stdout;
    return (JSON.parse(text) as { survey?: { references: { file: string }[] } }).survey;
  };
  expect((await surveyed("-f", "report"))?.references.map(({ file }) => file)).toEqual([
    "NOTES.md",
    "README.md",
  ]);
  const written = await surveyed("-f", "report=NOTES.md");
  expect(written?.references.map(({ file }) => file)).toEqual(["README.md"]);
});

test("reports of a commit are not merged where there is no repository", async () => {
  const hash = "a".repeat(40);
  using project = await sharded({ "a.go": FOO }, (report) => {
    report["commit"] = { hash };
  });
  const { code, stderr } = await project.run(["merge", "1.json"]);
  expect([code, stderr]).toEqual([
    2,
    `gopherwood: The reports are of commit ${hash}, and ${project.root} is in no git repository: run ` +
      "'gopherwood merge' where the shards ran, in a checkout of the same commit.\n",
  ]);
});

test("--config has the rules of the baseline, where the nearest config does not", async () => {
  using project = await sharded({ "a.go": FOO });
  await project.run(["baseline"]);
  const config = readFileSync(join(project.root, "gopherwood.config.mjs"), "utf8");
  project.write("other.mjs", config);
  project.remove("gopherwood.config.mjs");
  project.write("gopherwood.config.yaml", "rules: {}\n");
  expect((await project.run(["merge", "1.json"])).stderr).toContain(
    "no plugin of the config has demo/no-foo",
  );
  expect(await project.run(["merge", "1.json", "-c", "other.mjs"])).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringContaining("1 old violation in gopherwood-baseline.json"),
  });
});

test("a format that fails decides the exit code", async () => {
  using project = await sharded({
    "a.go": CLEAN,
    "bad.cjs": 'module.exports = () => { throw new Error("no luck"); };',
  });
  expect(await project.run(["merge", "1.json", "-f", "./bad.cjs"])).toMatchObject({
    code: 2,
    stderr: "gopherwood: the format ./bad.cjs failed: no luck\n",
  });
});

test.each<[version: unknown, isRead: boolean]>([
  ["1.3", true],
  ["1.10", true],
  ["1.2", false],
  ["2.4", false],
  ["11.4", false],
])("a report of version %s", async (schema, isRead) => {
  using project = await sharded({ "a.go": CLEAN }, (report) => {
    report["schema"] = schema;
  });
  const { code, stderr } = await project.run(["merge", "1.json"]);
  expect(code).toBe(isRead ? 0 : 2);
  expect(stderr.includes(`1.json is a report of version ${String(schema)}`)).toBe(!isRead);
});

test.each<[what: string, change: (report: Record<string, unknown>) => void]>([
  ["root", (report) => (report["root"] = 1)],
  ["schema", (report) => (report["schema"] = "1.4.0")],
  ["tool", (report) => (report["tool"] = "gopherwood")],
  ["rules", (report) => (report["rules"] = null)],
  ["timings", (report) => delete report["timings"]],
  ["evidence", (report) => delete report["evidence"]],
  ["assessment", (report) => delete report["assessment"]],
  ["files", (report) => (report["files"] = {})],
  ["results", (report) => (report["results"] = [1])],
  ["sites", (report) => (report["sites"] = [{}, null])],
  ["problems", (report) => delete report["problems"]],
  ["fixes", (report) => delete report["fixes"]],
  ["vanished", (report) => delete report["vanished"]],
  ["categories", (report) => delete report["categories"]],
  ["systems", (report) => delete report["systems"]],
])("what has not the %s of a report is none", async (_, change) => {
  using project = await sharded({ "a.go": CLEAN }, change);
  const { code, stderr } = await project.run(["merge", "1.json"]);
  expect([code, stderr]).toEqual([
    2,
    "gopherwood: 1.json is no report: write one with " +
      "'gopherwood --format report --output-file 1.json'.\n",
  ]);
});
