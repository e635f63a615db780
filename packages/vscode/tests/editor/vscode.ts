/** The parts of the editor that the extension uses, with a record of what it does with them. */
import { join } from "node:path";

type Listener = (event: { readonly execution: object; readonly exitCode?: number }) => void;

interface Folder {
  readonly uri: { readonly fsPath: string };
}

interface StatusItem {
  readonly id: string;
  readonly language: string;
  name?: string;
  text?: string;
  detail?: string;
  severity?: string;
  command?: { readonly title: string; readonly command: string };
}

/** Returns an editor with nothing in it, which trusts its workspace. */
function newEditor() {
  return {
    /** The actions of the extension, in their order. */
    actions: [] as unknown[][],
    /** The commands that the extension offers, by their names. */
    commands: new Map<string, () => unknown>(),
    /** The settings of the user, by their whole names. */
    settings: {} as Record<string, unknown>,
    /** The folder that the user picks, if there are several. */
    picked: undefined as Folder | undefined,
    /** The entry of the extension in the editor's status bar. */
    status: undefined as StatusItem | undefined,
    whenTrusted: () => {},
    whenTaskEnds: new Set<Listener>(),
  };
}

/** The state of the editor. */
export let editor = newEditor();

/** Restarts the editor, with folders at some paths. */
export function restartEditor(...paths: string[]): void {
  editor = newEditor();
  workspace.isTrusted = true;
  workspace.workspaceFolders = paths.map((fsPath) => ({ uri: { fsPath } }));
  window.activeTextEditor = undefined;
}

const act = (...action: unknown[]) => void editor.actions.push(action);
const disposable = (name: string) => ({
  dispose: () => {
    act("dispose", name);
  },
});

export const workspace = {
  isTrusted: true,
  workspaceFolders: [] as Folder[] | undefined,
  onDidGrantWorkspaceTrust(listener: () => void) {
    editor.whenTrusted = listener;
    return disposable("trust");
  },
  getConfiguration: (section: string) => ({
    get: (name: string) => editor.settings[`${section}.${name}`],
  }),
};

export const window = {
  activeTextEditor: undefined as { readonly document: { readonly uri: string } } | undefined,
  createOutputChannel: (name: string, { log }: { log: boolean }) => ({
    ...disposable(name),
    show: () => {
      act("show", name, log);
    },
  }),
  showWorkspaceFolderPick: () => Promise.resolve(editor.picked),
  showTextDocument: (uri: { fsPath: string }) => {
    act("open", uri.fsPath);
  },
  showErrorMessage: (message: string) => {
    act("error", message);
  },
};

export const commands = {
  executeCommand: (...command: unknown[]) => {
    act("execute", ...command);
  },
  registerCommand: (name: string, run: () => unknown) => {
    editor.commands.set(name, run);
    return disposable(name);
  },
};

export const languages = {
  createLanguageStatusItem: (id: string, { language }: { language: string }) =>
    (editor.status = { id, language, ...disposable(id) }),
};

export const tasks = {
  executeTask(task: object) {
    act("task", task);
    return Promise.resolve(task);
  },
  onDidEndTaskProcess(listener: Listener) {
    editor.whenTaskEnds.add(listener);
    return { dispose: () => editor.whenTaskEnds.delete(listener) };
  },
};

export const LanguageStatusSeverity = {
  Error: "error",
  Information: "information",
  Warning: "warning",
};

export const Uri = {
  joinPath: ({ fsPath }: { fsPath: string }, name: string) => ({ fsPath: join(fsPath, name) }),
};

export class ShellExecution {
  readonly parts: readonly unknown[];

  constructor(...parts: readonly unknown[]) {
    this.parts = parts;
  }
}

export class Task {
  readonly parts: readonly unknown[];

  constructor(...parts: readonly unknown[]) {
    this.parts = parts;
  }
}
