import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type ServerCapabilities,
} from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import { FIX_ALL } from "./features/code-actions.ts";
import { COMMANDS } from "./features/commands.ts";

/** Returns what the server can do for a client. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
      willSaveWaitUntil: true,
    },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
      resolveProvider: client.resolve,
    },
    codeLensProvider: {},
    executeCommandProvider: { commands: Object.values(COMMANDS) },
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: "gopherwood",
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
  };
}
