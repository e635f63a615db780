/** The parts of the editor that the extension uses, with a record of what it does with them. */

/** The actions of the extension in the editor. */
export const actions: string[] = [];

/** The commands that the extension offers, by their names. */
export const offered = new Map<string, () => unknown>();

/** The extension's entry in the editor's status bar. */
export const statusItem: {
  text?: string;
  detail?: string;
  command?: { readonly command: string };
} = {};

let whenTrusted = () => {};

/** Trusts the workspace, as a user does. */
export function trustWorkspace(): void {
  workspace.isTrusted = true;
  whenTrusted();
}

export const workspace = {
  isTrusted: false,
  workspaceFolders: [{ uri: { fsPath: "/untrusted" } }],
  onDidGrantWorkspaceTrust(listener: () => void): void {
    whenTrusted = listener;
  },
};

export const LanguageStatusSeverity = { Error: 2, Information: 0, Warning: 1 };
export const ShellExecution = Object;
export const Task = Object;
export const Uri = {};

export const commands = {
  executeCommand: (name: string) => void actions.push(name),
  registerCommand: (name: string, run: () => unknown) => void offered.set(name, run),
};
export const languages = { createLanguageStatusItem: () => statusItem };
export const tasks = { executeTask: () => void actions.push("task") };
export const window = {
  createOutputChannel: () => ({ show: () => void actions.push("output") }),
};
