import { expect, test } from "@jest/globals";
import type { Connection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readClient } from "../src/client.ts";
import type { Documents } from "../src/documents.ts";
import type { Failures } from "../src/failures.ts";
import { Publisher } from "../src/publisher.ts";
import type { Report } from "../src/report.ts";
import type { Session } from "../src/session.ts";
import { linted } from "./linted.ts";

const document = TextDocument.create("file:///m/a.go", "go", 1, "package p\n");

const report: Report = {
  version: 3,
  linted: linted({}),
  diagnostics: [],
  kind: "whole",
  resultId: "1",
};

const PULLS = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** Returns a publisher for a client, and what it says to the client. */
function publisherFor(capabilities: object, options: { showStatus?: boolean } = {}) {
  const said: unknown[] = [];
  const say = (...what: unknown[]) => {
    said.push(...what);
    return Promise.resolve();
  };
  const state: { last: string | null; report: Report | undefined } = {
    last: null,
    report: undefined,
  };
  const connection = {
    sendDiagnostics: say,
    sendRequest: ({ method }: { method: string }) => say(method),
    sendNotification: say,
    languages: { diagnostics: { refresh: () => say("refresh") } },
  };
  const publisher = new Publisher(
    connection as unknown as Connection,
    {
      client: readClient({ capabilities, initializationOptions: options }),
    } as unknown as Session,
    { all: [document], lastReport: () => state.report } as unknown as Documents,
    {
      get last() {
        return state.last;
      },
    } as unknown as Failures,
  );
  return { publisher, said, state };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("a client that does not ask gets the findings, and none for a document that is closed", () => {
  const { publisher, said } = publisherFor({});
  publisher.reported(document, report, true);
  publisher.closed(document);
  expect(said).toEqual([
    { uri: document.uri, version: 3, diagnostics: [] },
    { uri: document.uri, diagnostics: [] },
  ]);
});

test("a client that asks is told once a turn to ask again, if what it has is outdated", async () => {
  const { publisher, said } = publisherFor(PULLS);
  publisher.reported(document, report, false);
  publisher.closed(document);
  await turn();
  expect(said).toEqual([]);
  publisher.reported(document, report, true);
  publisher.reported(document, report, true);
  await turn();
  expect(said).toEqual(["refresh"]);
  publisher.reported(document, report, true);
  await turn();
  expect(said).toEqual(["refresh", "refresh"]);
});

test("code lenses are asked for again by a client that can", () => {
  const able = publisherFor({ workspace: { codeLens: { refreshSupport: true } } });
  able.publisher.refreshCodeLenses();
  expect(able.said).toEqual(["workspace/codeLens/refresh"]);
  const other = publisherFor({});
  other.publisher.refreshCodeLenses();
  expect(other.said).toEqual([]);
});

test("the state is idle without a linted document, and failed after a failure", () => {
  const { publisher, said, state } = publisherFor(PULLS, { showStatus: true });
  publisher.showStatus();
  state.report = { ...report, linted: null };
  publisher.showStatus();
  state.report = report;
  publisher.reported(document, report, false);
  state.last = "No config.";
  publisher.showStatus();
  const method = "gopherwood/status";
  expect(said).toEqual([
    ...[method, { state: "idle", message: "" }],
    ...[method, { state: "idle", message: "" }],
    ...[method, { state: "linting", message: "" }],
    ...[method, { state: "failed", message: "No config." }],
  ]);
});
