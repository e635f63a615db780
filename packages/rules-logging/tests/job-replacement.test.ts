import { describe, expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { Linter } from "eslint";
import { readJobCases } from "./support/job-cases.ts";
import { JOB_OPTIONS, jobConfig, jobModule } from "./support/job-config.ts";

describe.each(Object.entries(JOB_OPTIONS))("replacement by %s", (file, options) => {
  const cases = readJobCases(file);
  const config = jobConfig(options);

  async function fix(text: string, suggestions: boolean) {
    const engine = new Gopherwood({
      cwd: jobModule,
      config,
      fix: { write: false, suggestions },
    });
    const report = await engine.lintText(text, "failover/a.go");
    expect(report.problems).toEqual([]);
    const reasons = report.sites.map(({ noFixReason: noFixReason }) => noFixReason);
    return { output: report.results[0]?.output ?? null, reasons };
  }

  test.each(cases.map((each) => [each.name, each] as const))("%s", async (_, each) => {
    const { output, reasons } = await fix(each.before, each.suggested);
    expect([output, ...(output === each.after ? [] : reasons)]).toEqual([each.after]);
    if (each.reason !== null && each.reason !== "no fix") {
      expect(reasons).toContain(each.reason);
    }
    if (each.suggested) expect((await fix(each.before, false)).output).toBeNull();
    if (output !== null) expect((await fix(output, each.suggested)).output).toBeNull();
  });

  test("plain ESLint writes the same", () => {
    const linter = new Linter({ cwd: jobModule });
    for (const { name, before, after, suggested } of cases) {
      if (suggested) continue;
      const filename = `${jobModule}/failover/a.go`;
      const { output } = linter.verifyAndFix(before, config, { filename });
      expect(`${name}\n${output}`).toBe(`${name}\n${after ?? before}`);
    }
  });
});
