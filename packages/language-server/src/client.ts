import type { InitializeParams } from "vscode-languageserver/node";
import type { ClientSupport } from "./features/code-actions.ts";

/** The capabilities of the client that the server asks for. */
export interface Client extends ClientSupport {
  /** It asks for diagnostics, and does so again when it is told to. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly changesFolders: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** It says which files change on disk. */
  readonly watchesFiles: boolean;
  readonly showsProgress: boolean;
  /** It shows the state of the server: an option of our own. */
  readonly showsStatus: boolean;
}

/** Reads what a client can do from what it says at the start. */
export function readClient({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, "capabilities" | "initializationOptions">): Client {
  const { workspace, textDocument, window } = capabilities;
  const options = (initializationOptions ?? {}) as { showStatus?: unknown };
  const resolvable = textDocument?.codeAction?.resolveSupport?.properties ?? [];
  return {
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    resolve: resolvable.includes("edit"),
    showDocument: window?.showDocument?.support === true,
    // Without a refresh, diagnostics would stay as they are when another file changes.
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    showsStatus: options.showStatus === true,
  };
}
