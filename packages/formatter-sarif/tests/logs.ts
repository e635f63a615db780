import { expect } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Log, Result } from "sarif";
import { EMPTY_REPORT } from "../../../tests/support/empty-report.ts";
import { formatSarif } from "../src/index.ts";

const schemas = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/jest-sarif")),
  "schemas/sarif-2.1.0-rtm.5.json",
);
const schema = JSON.parse(readFileSync(schemas, "utf8")) as object;
const ajv = new Ajv({ schemaId: "auto", allErrors: true, format: false });
ajv.addMetaSchema(
  JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve("ajv/lib/refs/json-schema-draft-04.json"),
      "utf8",
    ),
  ) as object,
);
const validate = ajv.compile(schema);

/** Returns the log of a report, which has to be as the schema says. */
export function sarifOf(of: Report, base?: string): Log {
  const log = JSON.parse([...formatSarif(of, { base })].join("")) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

export const resultsOf = (log: Log): Result[] => log.runs[0]?.results ?? [];

/** Returns a report with some parts, and nothing else. */
export const newReport = (parts: Partial<Report> = {}): Report => ({
  ...EMPTY_REPORT,
  ...parts,
});

/** Returns the result of a file with messages of one severity. */
export const resultWith = (count: number, severity: 1 | 2): Report["results"][number] => ({
  filePath: `/project/many-${severity}.go`,
  messages: Array.from({ length: count }, (_, index) => ({
    ...{ ruleId: "demo/x", severity, message: `${index}`, line: index + 1, column: 1 },
  })),
  suppressedMessages: [],
  errorCount: count,
  fatalErrorCount: 0,
  warningCount: 0,
  fixableErrorCount: 0,
  fixableWarningCount: 0,
  usedDeprecatedRules: [],
});
