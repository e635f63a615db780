import {
  ShellExecution,
  Task,
  tasks,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from "vscode";

const FILE = "gopherwood-assessment.md";

/** Writes the assessment of a folder by the command line of its project, and shows it. */
export async function writeAssessment(): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) return;
  const execution = new ShellExecution(
    "npx",
    ["gopherwood", "--format", "markdown", "--output-file", FILE, "."],
    { cwd: folder.uri.fsPath },
  );
  const task = new Task(
    { type: "gopherwood" },
    folder,
    "Write an assessment",
    "Gopherwood",
    execution,
  );
  const started = await tasks.executeTask(task);
  const exitCode = await new Promise<number | undefined>((resolve) => {
    const ending = tasks.onDidEndTaskProcess(({ execution: ended, exitCode: code }) => {
      if (ended !== started) return;
      ending.dispose();
      resolve(code);
    });
  });
  if (exitCode === 0 || exitCode === 1) {
    await window.showTextDocument(Uri.joinPath(folder.uri, FILE));
  } else {
    void window.showErrorMessage("Gopherwood: the terminal says why there is no assessment.");
  }
}

async function chosenFolder(): Promise<WorkspaceFolder | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  return others.length === 0 ? first : await window.showWorkspaceFolderPick();
}
