import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { complianceLens } from "../src/features/code-lens.ts";
import { diagnosticsOf, rangeOf } from "../src/features/diagnostics.ts";
import { hoverOf, ruleHover, rulesAt, verdictsAt } from "../src/features/hover.ts";
import { readSettings } from "../src/settings.ts";
import { linted, message, site } from "./linted.ts";

const settings = readSettings({});

const severitiesWith = (severity: object) =>
  diagnosticsOf(
    linted({ messages: [message(), message({ ruleId: "demo/b", severity: 1 })] }),
    readSettings({ severity }),
  ).map((found) => [found.code, found.severity]);

test("a finding has the severity of its message, unless the settings give its rule another", () => {
  expect(severitiesWith({})).toEqual([
    ["demo/a", 1],
    ["demo/b", 2],
  ]);
  expect(severitiesWith({ "demo/b": "hint" })).toEqual([
    ["demo/a", 1],
    ["demo/b", 4],
  ]);
  expect(severitiesWith({ "demo/a": "off" })).toEqual([["demo/b", 2]]);
});

test("a message of no rule has neither a code nor a page, whatever the settings say", () => {
  const found = diagnosticsOf(
    linted({ messages: [message({ ruleId: null })], pages: { "demo/a": "https://a.com/" } }),
    readSettings({ severity: { "*": "off" } }),
  );
  expect(found).toEqual([
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
      severity: 1,
      source: "gopherwood",
      message: "Write bar.",
    },
  ]);
});

test("a directive that nothing needs is greyed out, and no other message", () => {
  const messages = [
    message({ ruleId: null, message: "Unused gopherwood:disable directive" }),
    message({ ruleId: null, message: "It is not Unused " }),
    message({ message: "Unused variable" }),
  ];
  const tags = diagnosticsOf(linted({ messages }), settings).map((found) => found.tags);
  expect(tags).toEqual([[1], undefined, undefined]);
});

test("a finding is related to the files that its site names, and to a declaration", () => {
  const declaration = {
    name: "foo",
    isImport: false,
    loc: { start: { line: 4, column: 2 }, end: { line: 4, column: 5 } },
  };
  const [, one, two] = diagnosticsOf(
    linted({
      messages: [message(), message(), message()],
      declarations: [null, declaration],
      sites: [
        site({ messageIndex: 2, related: [{ path: "/m/c.go" }] }),
        site({ messageIndex: 1, reason: "copy", related: [{ path: "/m/b.go", line: 7 }] }),
        site(),
      ],
    }),
    settings,
  );
  const place = (path: string, line: number, from = 0, to = from) => ({
    uri: pathToFileURL(path).href,
    range: { start: { line, character: from }, end: { line, character: to } },
  });
  expect(one?.relatedInformation).toEqual([
    { location: place("/m/b.go", 6), message: "copy" },
    { location: place("/m/a.go", 3, 1, 4), message: "'foo' is declared here" },
  ]);
  expect(two?.relatedInformation).toEqual([
    { location: place("/m/c.go", 0), message: "Related code" },
  ]);
});

test("a message without an end or a place has an empty range", () => {
  const at = (line: number, character: number) => ({
    start: { line, character },
    end: { line, character },
  });
  expect(rangeOf({ line: 2, column: 3 })).toEqual(at(1, 2));
  expect(rangeOf({ line: 2, column: 3, endLine: 2 })).toEqual(at(1, 2));
  expect(rangeOf({ line: 2, column: 3, endColumn: 4 })).toEqual(at(1, 2));
  expect(rangeOf({ line: 0, column: 0 })).toEqual(at(0, 0));
});

test("a hover is about the findings from their first to after their last character", () => {
  const messages = [
    message(),
    message({ ruleId: null }),
    message(),
    message({ ruleId: "demo/long", endLine: 4, endColumn: 2 }),
    message({ ruleId: "demo/after", column: 6, endColumn: 8 }),
  ];
  const at = (line: number, character: number) =>
    rulesAt({ line, character }, linted({ messages }));
  expect(at(0, 3)).toEqual([]);
  expect(at(1, 1)).toEqual([]);
  expect(at(1, 2)).toEqual(["demo/a", "demo/long"]);
  expect(at(1, 5)).toEqual(["demo/a", "demo/long", "demo/after"]);
  expect(at(1, 6)).toEqual(["demo/long", "demo/after"]);
  expect(at(2, 0)).toEqual(["demo/long"]);
  expect(at(3, 1)).toEqual(["demo/long"]);
  expect(at(3, 2)).toEqual([]);
  expect(at(4, 0)).toEqual([]);
});

test("a hover has the text of a rule's page, or its description, with a link if there is one", () => {
  const page = { description: "Disallow foo.", url: "https://a.com/", text: "" };
  expect(ruleHover("demo/a", page)).toBe("[**demo/a**](https://a.com/)\n\nDisallow foo.");
  expect(ruleHover("demo/a", { ...page, url: "", text: "Why." })).toBe("**demo/a**\n\nWhy.");
});

test("a hover has the verdicts of the sites at a position, with their reasons", () => {
  const elsewhere = { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } };
  const sites = [
    site(),
    site({ verdict: "exempt", reason: "test file" }),
    site({ ruleId: "demo/b", range: elsewhere }),
  ];
  expect(verdictsAt({ line: 1, character: 3 }, linted({ sites }))).toEqual([
    "demo/a: compliant",
    "demo/a: exempt (test file)",
  ]);
});

test("the sections of a hover are set apart, and without any there is none", () => {
  expect(hoverOf(["a", "b"])).toEqual({
    contents: { kind: "markdown", value: "a\n\n---\n\nb" },
  });
  expect(hoverOf([])).toBeNull();
});

test("a code lens counts what was judged: compliant sites and violations alone", () => {
  const verdicts = ["compliant", "violation", "exempt", "compliant", "undecided"] as const;
  const top = { line: 0, character: 0 };
  expect(
    complianceLens(linted({ sites: verdicts.map((verdict) => site({ verdict })) })),
  ).toEqual([
    {
      range: { start: top, end: top },
      command: { title: "Gopherwood: 2 of 3 sites compliant", command: "" },
    },
  ]);
  expect(complianceLens(linted({ sites: [site({ verdict: "exempt" })] }))).toEqual([]);
});
