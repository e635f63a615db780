import { expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { newReport, resultWith, sarifOf } from "./logs.ts";

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
  return newReport({
    rules: {
      "demo/copies": {
        ...{ description: "Disallow copies.", category: "layout", type: "layout" },
        ...{ url: `${HOME}/copies`, action: "cleanup" },
      },
      "demo/x": { description: "", category: "", url: "", action: "fix", type: "problem" },
    },
    results: [
      {
        ...resultWith(0, 1),
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
  });
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
