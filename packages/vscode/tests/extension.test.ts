import { beforeEach, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate as pass } from "node:timers/promises";
import { activate, deactivate } from "../src/extension.ts";
import { serverPath } from "../src/server-path.ts";
import { clients } from "./editor/language-client.ts";
import { editor, restartEditor, window, workspace } from "./editor/vscode.ts";

const OWN_SERVER = join(
  "/extension/server/node_modules/@gopherwood/language-server/bin",
  "gopherwood-language-server.js",
);

const subscriptions: { dispose: () => void }[] = [];

async function start(): Promise<void> {
  subscriptions.length = 0;
  await activate({ extensionPath: "/extension", subscriptions } as never);
}

/** Runs a command of the extension, and returns what it does in the editor. */
async function actionsOf(command: string): Promise<unknown[][]> {
  editor.actions.length = 0;
  await editor.commands.get(`gopherwood.${command}`)?.();
  return [...editor.actions];
}

beforeEach(() => {
  restartEditor("/work");
});

test("in a workspace that is not trusted nothing is started, and the status says so", async () => {
  workspace.isTrusted = false;
  window.activeTextEditor = { document: { uri: "file:///work/a.go" } };
  await start();
  for (const run of editor.commands.values()) await run();
  expect(editor.actions).toEqual([["show", "Gopherwood", true]]);
  expect(editor.status).toMatchObject({
    text: "Gopherwood: restricted",
    detail: "A config is code: trust the workspace to lint it.",
    severity: "warning",
    command: { title: "Manage Trust", command: "workbench.trust.manage" },
  });
  workspace.isTrusted = true;
  editor.whenTrusted();
  expect(editor.actions.slice(1)).toEqual([["start"]]);
});

test("in a trusted workspace the server is started for Go files", async () => {
  workspace.workspaceFolders = undefined;
  await start();
  expect(editor.actions).toEqual([["start"]]);
  expect(clients.at(-1)?.parts).toMatchObject([
    "gopherwood",
    "Gopherwood",
    { module: OWN_SERVER, transport: "ipc" },
    {
      documentSelector: [{ scheme: "file", language: "go" }],
      initializationOptions: { showStatus: true },
      outputChannel: { show: expect.any(Function) },
    },
  ]);
});

test("the status shows the state of the server, and opens its output", async () => {
  await start();
  expect(editor.status).toMatchObject({
    ...{ id: "gopherwood", language: "go", name: "Gopherwood", text: "Gopherwood: no config" },
    ...{ detail: "", severity: "information" },
    command: { title: "Show Output", command: "gopherwood.showOutput" },
  });
  const shown = (state: string, message: string) => {
    clients.at(-1)?.notify("gopherwood/status", { state, message });
    return [editor.status?.text, editor.status?.detail, editor.status?.severity];
  };
  expect(shown("failed", "It is broken.")).toEqual([
    ...["Gopherwood: failed", "It is broken.", "error"],
  ]);
  expect(shown("linting", "4 files")).toEqual(["Gopherwood", "4 files", "information"]);
  expect(shown("idle", "")).toEqual(["Gopherwood: no config", "", "information"]);
});

test("commands fix the open file, lint the folders, start the server again and show its output", async () => {
  await start();
  expect(await actionsOf("fixAllProblems")).toEqual([]);
  window.activeTextEditor = { document: { uri: "file:///work/a.go" } };
  expect(await actionsOf("fixAllProblems")).toEqual([
    ["execute", "gopherwood.fixAll", "file:///work/a.go"],
  ]);
  expect(await actionsOf("lintFolders")).toEqual([["execute", "gopherwood.lintWorkspace"]]);
  editor.settings["gopherwood.workspace"] = true;
  expect(await actionsOf("lintFolders")).toEqual([]);
  const client = clients.at(-1);
  expect(await actionsOf("restart")).toEqual([["stop"], ["start"]]);
  expect(clients.at(-1)).not.toBe(client);
  expect(await actionsOf("showOutput")).toEqual([["show", "Gopherwood", true]]);
});

test("files that are not open are linted all the time only if the user wants it", async () => {
  await start();
  const pulled = () => clients.at(-1)?.pull((...request) => request);
  expect(pulled()).toEqual({ items: [] });
  editor.settings["gopherwood.workspace"] = true;
  expect(pulled()).toEqual(["ids", "token", "report"]);
});

test("all that the extension made ends with it", async () => {
  await start();
  editor.actions.length = 0;
  for (const subscription of subscriptions) subscription.dispose();
  const disposed = editor.actions.map(([, name]) => name);
  expect(disposed).toEqual(["Gopherwood", "gopherwood", ...editor.commands.keys(), "trust"]);
  await deactivate();
  expect(editor.actions.at(-1)).toEqual(["stop"]);
});

/** Lets the command write an assessment, and returns the task and what is shown at its end. */
async function assessment(exitCode: number | undefined) {
  await start();
  editor.actions.length = 0;
  const written = editor.commands.get("gopherwood.writeAssessment")?.();
  await pass();
  const [, task] = editor.actions[0] ?? [];
  const end = (execution: object) => {
    for (const listener of [...editor.whenTaskEnds]) {
      listener(exitCode === undefined ? { execution } : { execution, exitCode });
    }
  };
  // The end of another task.
  end({});
  await pass();
  const early = editor.actions.slice(1);
  if (task) end(task);
  await written;
  expect(editor.whenTaskEnds.size).toBe(0);
  return { task, early, shown: editor.actions.slice(1) };
}

test.each([0, 1])(
  "an assessment is written by the command and shown, exit code %d",
  async (code) => {
    const { task, early, shown } = await assessment(code);
    const { parts } = task as { parts: unknown[] };
    expect(parts).toMatchObject([
      { type: "gopherwood" },
      { uri: { fsPath: "/work" } },
      "Write an assessment",
      "Gopherwood",
      {
        parts: [
          "npx",
          [
            "gopherwood",
            "--format",
            "markdown",
            "--output-file",
            "gopherwood-assessment.md",
            ".",
          ],
          { cwd: "/work" },
        ],
      },
    ]);
    expect([early, shown]).toEqual([[], [["open", join("/work", "gopherwood-assessment.md")]]]);
  },
);

test.each([2, undefined])(
  "without an assessment, exit code %s, an error says so",
  async (code) => {
    const { shown } = await assessment(code);
    const message = "Gopherwood: the terminal says why there is no assessment.";
    expect(shown).toEqual([["error", message]]);
  },
);

test("of several folders the user picks one to assess, or none", async () => {
  restartEditor("/one", "/two");
  expect((await assessment(0)).task).toBeUndefined();
  restartEditor("/one", "/two");
  editor.picked = { uri: { fsPath: "/two" } };
  expect((await assessment(0)).shown).toEqual([
    ["open", join("/two", "gopherwood-assessment.md")],
  ]);
  restartEditor();
  workspace.workspaceFolders = undefined;
  expect((await assessment(0)).task).toBeUndefined();
});

test("the server is that of the first folder that has one, or else the extension's own", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-vscode-")));
  try {
    const manifest = join(root, "b/node_modules/@gopherwood/language-server/package.json");
    mkdirSync(dirname(manifest), { recursive: true });
    writeFileSync(manifest, "{}");
    const folders = [join(root, "a"), join(root, "b"), join(root, "c")];
    expect(serverPath(folders, "/extension")).toBe(
      join(dirname(manifest), "bin", "gopherwood-language-server.js"),
    );
    expect(serverPath([], "/extension")).toBe(OWN_SERVER);
  } finally {
    rmSync(root, { recursive: true });
  }
});
