import { expect, test } from "@jest/globals";
import { capabilitiesFor } from "../src/capabilities.ts";
import { readClient } from "../src/client.ts";
import { PULLS } from "./client.ts";

const NOTHING = {
  documentChanges: false,
  resolve: false,
  showDocument: false,
  pullsDiagnostics: false,
  refreshesCodeLenses: false,
  changesFolders: false,
  hasConfiguration: false,
  registersConfiguration: false,
  watchesFiles: false,
  showsProgress: false,
  showsStatus: false,
};

const on = { dynamicRegistration: true };

test("a client that says nothing can do nothing", () => {
  expect(readClient({ capabilities: {} })).toEqual(NOTHING);
  const empty = { textDocument: { codeAction: { resolveSupport: { properties: [] } } } };
  const named = { workspace: { codeLens: {}, workspaceEdit: {}, diagnostics: {} }, window: {} };
  expect(readClient({ capabilities: { ...empty, ...named } })).toEqual(NOTHING);
});

test("each of a client's capabilities is read from its own place", () => {
  const places = {
    documentChanges: { workspace: { workspaceEdit: { documentChanges: true } } },
    resolve: { textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } },
    showDocument: { window: { showDocument: { support: true } } },
    pullsDiagnostics: {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    },
    refreshesCodeLenses: { workspace: { codeLens: { refreshSupport: true } } },
    changesFolders: { workspace: { workspaceFolders: true } },
    hasConfiguration: { workspace: { configuration: true } },
    registersConfiguration: { workspace: { didChangeConfiguration: on } },
    watchesFiles: { workspace: { didChangeWatchedFiles: on } },
    showsProgress: { window: { workDoneProgress: true } },
  };
  for (const [name, capabilities] of Object.entries(places)) {
    expect(readClient({ capabilities })).toEqual({ ...NOTHING, [name]: true });
  }
  const initializationOptions = { showStatus: true };
  const options = { capabilities: {}, initializationOptions };
  expect(readClient(options)).toEqual({ ...NOTHING, showsStatus: true });
});

test("a client that asks for diagnostics and is not told to ask again gets them sent", () => {
  const { textDocument } = PULLS;
  const refresh = { workspace: { diagnostics: { refreshSupport: true } } };
  expect(
    readClient({ capabilities: { textDocument: textDocument ?? {} } }).pullsDiagnostics,
  ).toBe(false);
  expect(readClient({ capabilities: refresh }).pullsDiagnostics).toBe(false);
});

test("the server says what it can do for the client", () => {
  const pushes = capabilitiesFor(readClient({ capabilities: {} }));
  expect(pushes).toEqual({
    positionEncoding: "utf-16",
    textDocumentSync: {
      openClose: true,
      change: 2,
      save: { includeText: false },
      willSaveWaitUntil: true,
    },
    codeActionProvider: {
      codeActionKinds: ["quickfix", "source.fixAll.gopherwood"],
      resolveProvider: false,
    },
    codeLensProvider: {},
    executeCommandProvider: {
      commands: [
        "gopherwood.fixAll",
        "gopherwood.lintWorkspace",
        "gopherwood.openPage",
        "gopherwood.select",
      ],
    },
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  });
  const pulls = capabilitiesFor(readClient({ capabilities: PULLS }));
  expect(pulls).toEqual({
    ...pushes,
    codeActionProvider: { ...(pushes.codeActionProvider as object), resolveProvider: true },
    diagnosticProvider: {
      identifier: "gopherwood",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
  });
});
