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
  slog: ["slog", "tracker"],
  fmt: ["tracker"],
};

/** The loggers that are not wanted, where it is not logrus. */
const LOGGERS: Readonly<Record<string, readonly string[]>> = { slog: ["slog"], fmt: ["fmt"] };

const configOf = (options: object) =>
  [
    {
      files: ["**/*.go"],
      language: "gopherwood/go",
      plugins: { gopherwood, logging: { rules: { "no-direct-logging": rule } } },
      rules: { "logging/no-direct-logging": ["error", options] },
    },
  ] as unknown as Linter.Config[];

async function fix(text: string, options: object, suggestions: boolean) {
  const engine = new Gopherwood({
    cwd: module,
    config: configOf(options),
    fix: { write: false, suggestions },
  });
  const report = await engine.lintText(text, "failover/a.go");
  expect(report.problems).toEqual([]);
  const reasons = report.sites.map(({ unfixable }) => unfixable);
  return { output: report.results[0]?.output ?? null, reasons };
}

describe.each(Object.entries(REPLACEMENTS))("replacement by %s", (file, replacement) => {
  const cases = readJobCases(file);
  const options = { loggers: LOGGERS[file] ?? ["logrus"], replacement };

  test.each(cases.map((each) => [each.name, each] as const))("%s", async (_, each) => {
    const { output, reasons } = await fix(each.before, options, each.suggested);
    expect([output, ...(output === each.after ? [] : reasons)]).toEqual([each.after]);
    if (each.reason !== null && each.reason !== "no fix") {
      expect(reasons).toContain(each.reason);
    }
    if (each.suggested) {
      expect((await fix(each.before, options, false)).output).toBeNull();
    }
    if (output !== null) {
      expect((await fix(output, options, each.suggested)).output).toBeNull();
    }
  });

  test("plain ESLint writes the same", () => {
    const linter = new Linter({ cwd: module });
    for (const { name, before, after, suggested } of cases) {
      if (suggested) continue;
      const { output } = linter.verifyAndFix(before, configOf(options), {
        filename: `${module}/failover/a.go`,
      });
      expect(`${name}\n${output}`).toBe(`${name}\n${after ?? before}`);
    }
  });
});
