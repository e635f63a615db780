import {
  commands,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { writeAssessment } from "./assessment.ts";
import { serverPath } from "./server-path.ts";
import { Status, type ServerStatus } from "./status.ts";

let client: LanguageClient | undefined;

/** Starts the server, as soon as the workspace is trusted: a config is code. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("Gopherwood", { log: true });
  const status = new Status();
  const start = async () => {
    client = newClient(context.extensionPath, output);
    client.onNotification("gopherwood/status", (sent: ServerStatus) => {
      status.show(sent);
    });
    await client.start();
  };
  const commandsOfClient = {
    "gopherwood.fixAllProblems": async () => {
      const uri = window.activeTextEditor?.document.uri.toString();
      if (uri !== undefined) await commands.executeCommand("gopherwood.fixAll", uri);
    },
    "gopherwood.lintFolders": async () => {
      if (!lintsWorkspace()) await commands.executeCommand("gopherwood.lintWorkspace");
    },
    "gopherwood.restart": async () => {
      await client?.dispose();
      await start();
    },
    "gopherwood.writeAssessment": writeAssessment,
  };
  context.subscriptions.push(
    output,
    status,
    commands.registerCommand("gopherwood.showOutput", () => {
      output.show();
    }),
    ...Object.entries(commandsOfClient).map(([name, run]) =>
      // Other extensions can execute a command that is not enabled.
      commands.registerCommand(name, async () => {
        if (workspace.isTrusted) await run();
      }),
    ),
    workspace.onDidGrantWorkspaceTrust(() => void start()),
  );
  if (workspace.isTrusted) await start();
  else status.showRestricted();
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}

function newClient(extension: string, output: LogOutputChannel): LanguageClient {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const module = serverPath(folders, extension);
  return new LanguageClient(
    "gopherwood",
    "Gopherwood",
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [{ scheme: "file", language: "go" }],
      initializationOptions: { showStatus: true },
      outputChannel: output,
      middleware: {
        provideWorkspaceDiagnostics: (ids, token, report, next) =>
          lintsWorkspace() ? next(ids, token, report) : { items: [] },
      },
    },
  );
}

/** Returns true if files that are not open are linted all the time. */
function lintsWorkspace(): boolean {
  return workspace.getConfiguration("gopherwood").get("workspace") === true;
}
