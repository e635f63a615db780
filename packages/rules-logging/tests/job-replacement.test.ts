import { describe, expect, test } from "@jest/globals";
import gopherwood from "@gopherwood/core";
import { Gopherwood } from "@gopherwood/core/runner";
import { Linter } from "eslint";
import { fileURLToPath } from "node:url";
import type { ReplacementOption } from "../src/replacement/options.ts";
import rule from "../src/rules/no-direct-logging.ts";
import { readJobCases } from "./support/job-cases.ts";

/** A module in which the cases compile. */
const module = fileURLToPath(new URL("testdata/jobs/module", import.meta.url));

const CONTEXT: ReplacementOption = {
  use: "context",
  as: "fix",
  expression: "joblog.FromContext(ctx)",
  package: "example.com/app/joblog",
};

const REPLACEMENTS: Readonly<Record<string, readonly ReplacementOption[]>> = {
  tracker: ["tracker"],
  logger: [{ use: "logger", functions: ["joblog.FromContext"], types: ["joblog.Logger"] }],
  context: [CONTEXT],
  order: ["logger", "tracker", CONTEXT, "slog"],
};

const configOf = (replacement: readonly ReplacementOption[]) =>
  [
    {
      files: ["**/*.go"],
      language: "gopherwood/go",
      plugins: { gopherwood, logging: { rules: { "no-direct-logging": rule } } },
      rules: { "logging/no-direct-logging": ["error", { loggers: ["logrus"], replacement }] },
    },
  ] as unknown as Linter.Config[];

async function fix(
  text: string,
  replacement: readonly ReplacementOption[],
  suggestions: boolean,
) {
  const engine = new Gopherwood({
    cwd: module,
    config: configOf(replacement),
    fix: { write: false, suggestions },
  });
  const report = await engine.lintText(text, "failover/a.go");
  expect(report.problems).toEqual([]);
  const reasons = report.sites.map(({ unfixable }) => unfixable);
  return { output: report.results[0]?.output ?? null, reasons };
}

describe.each(Object.entries(REPLACEMENTS))("replacement by %s", (file, replacement) => {
  const cases = readJobCases(file);

  test.each(cases.map((each) => [each.name, each] as const))("%s", async (_, each) => {
    const { output, reasons } = await fix(each.before, replacement, each.suggested);
    expect([output, ...(output === each.after ? [] : reasons)]).toEqual([each.after]);
    if (each.reason !== null && each.reason !== "no fix") {
      expect(reasons).toContain(each.reason);
    }
    if (each.suggested) {
      expect((await fix(each.before, replacement, false)).output).toBeNull();
    }
    if (output !== null) {
      expect((await fix(output, replacement, each.suggested)).output).toBeNull();
    }
  });

  test("plain ESLint writes the same", () => {
    const linter = new Linter({ cwd: module });
    for (const { name, before, after, suggested } of cases) {
      if (suggested) continue;
      const { output } = linter.verifyAndFix(before, configOf(replacement), {
        filename: `${module}/failover/a.go`,
      });
      expect(`${name}\n${output}`).toBe(`${name}\n${after ?? before}`);
    }
  });
});
