import { expect, jest, test } from "@jest/globals";

interface Item {
  text?: string;
  detail?: string;
  command?: { readonly command: string };
}

/** The actions of the extension in the editor. */
const done: string[] = [];
const commands = new Map<string, () => unknown>();
const item: Item = {};
let trust = () => {};

const workspace = {
  isTrusted: false,
  workspaceFolders: [{ uri: { fsPath: "/untrusted" } }],
  onDidGrantWorkspaceTrust: (granted: () => void) => {
    trust = () => {
      workspace.isTrusted = true;
      granted();
    };
  },
};

/** The parts of the editor that the extension uses; the editor is no package. */
const vscode = {
  LanguageStatusSeverity: { Error: 2, Information: 0, Warning: 1 },
  ShellExecution: Object,
  Task: Object,
  Uri: {},
  commands: {
    executeCommand: (name: string) => void done.push(name),
    registerCommand: (name: string, run: () => unknown) => void commands.set(name, run),
  },
  languages: { createLanguageStatusItem: () => item },
  tasks: { executeTask: () => void done.push("task") },
  window: { createOutputChannel: () => ({ show: () => void done.push("output") }) },
  workspace,
};

jest.unstable_mockModule("vscode", () => vscode, { virtual: true });

jest.unstable_mockModule("vscode-languageclient/node", () => ({
  TransportKind: { ipc: 1 },
  LanguageClient: class {
    onNotification(): void {}
    start(): void {
      done.push("started");
    }
    dispose(): void {}
  },
}));

const { activate } = await import("../src/extension.ts");

test("in a workspace that is not trusted nothing is started, and the status says so", async () => {
  await activate({ extensionPath: "/extension", subscriptions: [] } as never);
  for (const run of commands.values()) await run();
  expect(done).toEqual(["output"]);
  expect(item).toMatchObject({
    text: "Gopherwood: restricted",
    detail: "A config is code: trust the workspace to lint it.",
    command: { command: "workbench.trust.manage" },
  });
  trust();
  expect(done).toEqual(["output", "started"]);
});
