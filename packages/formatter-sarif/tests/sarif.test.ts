import { expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log, Result } from "sarif";
import { formatSarif } from "../src/index.ts";

const example = fileURLToPath(new URL("../../../examples/migratekit", import.meta.url));
const report = await new Gopherwood({ cwd: example }).lintFiles(["."]);

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

function sarifOf(of: Report, base?: string): Log {
  const log = JSON.parse([...formatSarif(of, { base })].join("")) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

const resultsOf = (log: Log): Result[] => log.runs[0]?.results ?? [];

test("every message of a report is a result, with its rule, place and level", () => {
  const messages = report.results.flatMap(({ messages }) => messages);
  const results = resultsOf(sarifOf(report));
  const open = results.filter(({ suppressions = [] }) => suppressions.length === 0);
  expect(messages.length).toBeGreaterThan(50);
  expect(
    open.map(({ ruleId, level, message, locations }) => {
      const region = locations?.[0]?.physicalLocation?.region;
      return [ruleId, level, message.text, region?.startLine, region?.endColumn];
    }),
  ).toEqual(
    messages.map(({ ruleId, severity, message, line, endColumn }) => [
      ruleId,
      severity === 2 ? "error" : "warning",
      message,
      line,
      endColumn,
    ]),
  );
  expect(results.every(({ kind }) => kind === undefined)).toBe(true);
});

test("rules have help, an address, a category and tags; results name them by number", () => {
  const { runs } = sarifOf(report);
  const { rules = [], version } = runs[0]?.tool.driver ?? {};
  expect(version).toBe(report.tool.version);
  for (const [id, { description, url, category }] of Object.entries(report.rules)) {
    const rule = rules.find((one) => one.id === id);
    expect(rule).toMatchObject({
      shortDescription: { text: description },
      helpUri: url,
      properties: { category, tags: expect.arrayContaining([category]) },
    });
    expect(rule?.help?.markdown).toContain(url);
  }
  for (const { ruleId, ruleIndex } of runs[0]?.results ?? []) {
    expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  }
});

test("fingerprints are unique", () => {
  const prints = resultsOf(sarifOf(report)).map(
    ({ partialFingerprints }) => partialFingerprints?.["gopherwood/v1"],
  );
  expect(prints).not.toContain(undefined);
  expect(new Set(prints).size).toBe(prints.length);
});

test("a fix replaces the text that the message's fix replaces", () => {
  let seen = 0;
  const open = resultsOf(sarifOf(report)).filter(({ suppressions }) => !suppressions);
  const messages = report.results.flatMap(({ source = "", messages: all }) =>
    all.map((message) => ({ source, message })),
  );
  for (const [index, { source, message }] of messages.entries()) {
    const replacement = open[index]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const edit = message.fix ?? message.suggestions?.[0]?.fix;
    expect(replacement === undefined).toBe(edit === undefined);
    if (!replacement || !edit) continue;
    seen += 1;
    const { startLine = 0, startColumn = 0 } = replacement.deletedRegion;
    const { endLine = 0, endColumn = 0 } = replacement.deletedRegion;
    const lines = source.split("\n");
    const offset = (line: number, column: number) =>
      lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
    expect([offset(startLine, startColumn), offset(endLine, endColumn)]).toEqual(edit.range);
    expect(replacement.insertedContent?.text).toBe(edit.text);
  }
  expect(seen).toBeGreaterThan(10);
});

test("places are relative to the base, and absolute outside of it", () => {
  const uris = (base: string) =>
    resultsOf(sarifOf(report, base)).map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "",
    );
  const own = uris(example);
  expect(own.every((uri) => /^\w[^:]*$/u.test(uri))).toBe(true);
  expect(uris(dirname(example))).toEqual(own.map((uri) => `migratekit/${uri}`));
  expect(uris("/elsewhere")[0]).toMatch(/^file:\/\/\/.*migratekit\//u);
});

const result = (count: number, severity: 1 | 2): Report["results"][number] => ({
  filePath: join(example, `many-${severity}.go`),
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

test("of more than GitHub takes, open errors come first, and the rest is counted", () => {
  const suppressedMessages = result(10_000, 2).messages.map((message) => ({
    ...message,
    suppressions: [{ kind: "directive", justification: "" }],
  }));
  const suppressed = { ...result(0, 2), suppressedMessages };
  const results = [suppressed, result(20_000, 1), result(20_000, 2)];
  const many = { ...report, results, sites: [] };
  const log = sarifOf(many);
  const levels = resultsOf(log).map(({ level }) => level);
  expect([levels.length, levels.filter((level) => level === "error").length]).toEqual([
    25_000, 20_000,
  ]);
  const notices = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications;
  expect(notices?.map(({ message }) => message.text)).toEqual([
    expect.stringMatching(/^25000 results are left out/u),
  ]);
});

test("problems, suppressions and messages of no rule", () => {
  const suppressed = {
    ...{ ruleId: "demo/x", severity: 1 as const, message: "Old.", line: 2, column: 1 },
    suppressions: [{ kind: "directive", justification: "known" }],
  };
  const syntax = { ruleId: null, severity: 2 as const, message: "Bad.", line: 1, column: 1 };
  const log = sarifOf({
    ...report,
    sites: [],
    results: [{ ...result(0, 1), messages: [syntax], suppressedMessages: [suppressed] }],
    problems: [{ path: "a.go", message: "It threw.", ruleId: "demo/x", line: 3 }],
  });
  const { invocations, results = [] } = log.runs[0] ?? {};
  expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
    ["gopherwood", undefined],
    ["demo/x", [{ kind: "inSource", justification: "known" }]],
  ]);
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: "error", message: { text: "It threw." }, associatedRule: { id: "demo/x" } },
      ],
    },
  ]);
});

const HOME = "https://github.com/gopherwood/gopherwood";

/** A report with something for every part of a log. */
function wholeReport(): Report {
  const file = "pkg/odd name.go";
  const message = {
    ruleId: "demo/x",
    severity: 2,
    message: "Do not.",
    line: 2,
    column: 3,
  } as const;
  const nowhere = { ...message, ruleId: "demo/copies", line: 0, column: 0 };
  const site = { file, verdict: "violation", subject: "thing", code: "thing()" } as const;
  return {
    ...report,
    root: "/project",
    tool: { name: "gopherwood", version: "1.2.3" },
    rules: {
      "demo/copies": {
        ...{ description: "Disallow copies.", category: "layout", type: "layout" },
        ...{ url: `${HOME}/copies`, action: "cleanup" },
      },
      "demo/x": { description: "", category: "", url: "", action: "fix", type: "problem" },
    },
    results: [
      {
        ...result(0, 1),
        filePath: `/project/${file}`,
        source: "package a\n\t thing()\n",
        messages: [
          { ...message, endLine: 2, endColumn: 8, fix: { range: [12, 17], text: "other" } },
        ],
        suppressedMessages: [
          { ...nowhere, suppressions: [{ kind: "baseline", justification: "" }] },
        ],
      },
    ],
    sites: [
      {
        ...{ ...site, ruleId: "demo/x", symbol: "Run", fingerprint: "1", messageIndex: 0 },
        range: { start: { line: 2, column: 3 }, end: { line: 2, column: 8 } },
        related: [
          { path: "b.go", line: 7 },
          ...Array.from({ length: 100 }, () => ({ path: "c.go" })),
        ],
      },
      {
        ...{ ...site, ruleId: "demo/copies", symbol: "", fingerprint: "2", inBaseline: true },
        range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } },
      },
    ],
    baseline: { path: "gopherwood-baseline.json", old: 1, added: 1, fixed: [] },
    problems: [
      { path: "b.go", message: "It threw.", ruleId: "demo/x", line: 3 },
      { path: ".", message: "Denied." },
    ],
  };
}

test("a whole log", () => {
  const inProject = (uri: string) => ({
    artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
  });
  const { $schema, runs } = sarifOf(wholeReport());
  const { results: [found, accepted] = [], ...run } = runs[0] ?? {};
  const why = "Why, examples and options";
  expect($schema).toBe("https://json.schemastore.org/sarif-2.1.0.json");
  expect(run).toEqual({
    tool: {
      driver: {
        name: "gopherwood",
        version: "1.2.3",
        semanticVersion: "1.2.3",
        informationUri: HOME,
        rules: [
          {
            id: "demo/copies",
            shortDescription: { text: "Disallow copies." },
            fullDescription: { text: "Disallow copies. Move or delete the file." },
            help: {
              text: `Disallow copies.\n\nMove or delete the file.\n\n${why}: ${HOME}/copies`,
              markdown: `Disallow copies.\n\nMove or delete the file.\n\n[${why}](${HOME}/copies)`,
            },
            helpUri: `${HOME}/copies`,
            properties: { tags: ["layout"], category: "layout" },
          },
          {
            id: "demo/x",
            shortDescription: { text: "demo/x" },
            fullDescription: { text: "demo/x" },
            help: { text: "demo/x", markdown: "demo/x" },
            properties: { tags: ["problem"], category: "" },
          },
          {
            id: "gopherwood",
            shortDescription: {
              text: "Report syntax errors, and directives that are unused or wrong.",
            },
            fullDescription: {
              text: "The file does not parse, or one of its directives has no effect.",
            },
            help: { text: "Correct the syntax, or remove the directive." },
            properties: { tags: ["syntax"], category: "syntax" },
          },
        ],
      },
    },
    invocations: [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "It threw." },
            associatedRule: { id: "demo/x" },
            locations: [
              {
                physicalLocation: {
                  ...inProject("b.go"),
                  region: { startLine: 3, startColumn: 1 },
                },
              },
            ],
          },
          {
            level: "error",
            message: { text: "Denied." },
            locations: [{ physicalLocation: { artifactLocation: { uri: "file:///project" } } }],
          },
        ],
      },
    ],
    originalUriBaseIds: { "%SRCROOT%": { uri: "file:///project/" } },
    columnKind: "utf16CodeUnits",
  });
  const { relatedLocations = [], ...rest } = found ?? {};
  expect(rest).toEqual({
    ruleId: "demo/x",
    ruleIndex: 1,
    level: "error",
    message: { text: "Do not." },
    locations: [
      {
        physicalLocation: {
          ...inProject("pkg/odd%20name.go"),
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
        },
        logicalLocations: [{ fullyQualifiedName: "Run" }],
      },
    ],
    partialFingerprints: { "gopherwood/v1": expect.stringMatching(/^[0-9a-f]{32}$/u) },
    baselineState: "new",
    fixes: [
      {
        description: { text: "Fix" },
        artifactChanges: [
          {
            ...inProject("pkg/odd%20name.go"),
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
                insertedContent: { text: "other" },
              },
            ],
          },
        ],
      },
    ],
  });
  expect(relatedLocations).toHaveLength(100);
  expect(relatedLocations.slice(0, 2)).toEqual([
    { id: 1, physicalLocation: { ...inProject("b.go"), region: { startLine: 7 } } },
    { id: 2, physicalLocation: inProject("c.go") },
  ]);
  expect(accepted).toEqual({
    ruleId: "demo/copies",
    ruleIndex: 0,
    level: "error",
    message: { text: "Do not." },
    locations: [
      {
        physicalLocation: {
          ...inProject("pkg/odd%20name.go"),
          region: { startLine: 1, startColumn: 1 },
        },
      },
    ],
    partialFingerprints: { "gopherwood/v1": expect.stringMatching(/^[0-9a-f]{32}$/u) },
    suppressions: [{ kind: "external" }],
    baselineState: "unchanged",
  });
});
