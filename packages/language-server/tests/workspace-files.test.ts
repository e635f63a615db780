import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import {
  CancellationTokenSource,
  type Connection,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import type { Engine } from "../src/engine/engine.ts";
import { WorkspaceLint, type WorkspaceHost } from "../src/workspace-lint.ts";
import { WorkspacePull } from "../src/workspace-pull.ts";
import { linted } from "./linted.ts";

const ROOT = "/m";
const uriOf = (name: string) => pathToFileURL(`${ROOT}/${name}`).href;

/** A workspace without a disk: the files of one root, and what is found in each. */
class Shelf {
  /** The messages by the names of the files; null for one that cannot be linted. */
  readonly files: Record<string, readonly string[] | null>;
  readonly open = new Set<string>();
  readonly failed: string[] = [];
  /** The names of the files that were linted. */
  readonly asked: string[] = [];
  readonly progress: string[] = [];
  readonly sent: string[] = [];
  readonly cancel = new CancellationTokenSource();
  readonly #told = {
    begin: (title: string, _: number, text: undefined, isCancellable: boolean) => {
      this.progress.push(`${title} ${isCancellable}`);
    },
    report: (part: number, text: string) => this.progress.push(`${part} ${text}`),
    done: () => this.progress.push("done"),
    token: this.cancel.token,
  };

  constructor(files: Shelf["files"]) {
    this.files = files;
  }

  get host(): WorkspaceHost {
    const nameOf = (path: string) => path.slice(ROOT.length + 1);
    const engine = {
      ask: (method: string, path: string) => {
        if (method === "filesIn") {
          return Promise.resolve(Object.keys(this.files).map((name) => `${path}/${name}`));
        }
        this.asked.push(nameOf(path));
        const messages = this.files[nameOf(path)];
        if (messages === null) return Promise.reject(new Error("It fails."));
        return Promise.resolve(messages ? linted({ path: messages.join(" ") }) : null);
      },
    };
    return {
      engineFor: () => engine as unknown as Engine,
      diagnosticsOf: ({ path }) =>
        path
          .split(" ")
          .filter((message) => message !== "")
          .map((message) => ({
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            message,
          })),
      isOpen: (path) => this.open.has(nameOf(path)),
      failed: (path, error) => this.failed.push(`${nameOf(path)} ${String(error)}`),
      settingsRead: () => Promise.resolve(),
      isLintedWhileTyping: () => true,
      reported: () => {},
    };
  }

  get connection(): Connection {
    const connection = {
      window: { createWorkDoneProgress: () => Promise.resolve(this.#told) },
      sendDiagnostics: ({ uri, diagnostics }: { uri: string; diagnostics: unknown[] }) => {
        this.sent.push(`${uri.slice(uri.lastIndexOf("/") + 1)} ${diagnostics.length}`);
        return Promise.resolve();
      },
    };
    return connection as unknown as Connection;
  }

  /** Asks for the diagnostics of all files as a client does that knows some results. */
  async pull(
    pull: WorkspacePull,
    known: Readonly<Record<string, string>> = {},
    stream?: WorkspaceDiagnosticReport[],
  ): Promise<ReturnType<typeof itemsOf>> {
    const previousResultIds = Object.entries(known).map(([name, value]) => ({
      uri: uriOf(name),
      value,
    }));
    const { items } = await pull.answer(
      [ROOT],
      { previousResultIds },
      this.cancel.token,
      this.#told as unknown as Parameters<WorkspacePull["answer"]>[3],
      stream && { report: (part) => stream.push(part) },
    );
    return itemsOf(items);
  }
}

const itemsOf = (items: WorkspaceDiagnosticReport["items"]) =>
  items.map((item) => {
    const name = item.uri.slice(item.uri.lastIndexOf("/") + 1);
    const found = item.kind === "full" ? item.items.length : item.kind;
    return [name, found, item.resultId] as const;
  });

test("linting a workspace shows what is found in files that are not open, with progress", async () => {
  const shelf = new Shelf({ "a.go": ["x", "y"], "b.go": [], "c.go": ["x"], "d.go": null });
  shelf.open.add("c.go");
  await new WorkspaceLint(shelf.connection, shelf.host).run([ROOT, ROOT], true);
  expect(shelf.asked).toEqual(["a.go", "b.go", "d.go"]);
  expect(shelf.sent).toEqual(["a.go 2"]);
  expect(shelf.failed).toEqual(["d.go Error: It fails."]);
  expect(shelf.progress).toEqual([
    "Gopherwood: linting the workspace true",
    "25 1 of 4 files",
    "50 2 of 4 files",
    "75 3 of 4 files",
    "100 4 of 4 files",
    "done",
  ]);
});

test("linting a workspace ends when the user cancels it, and its progress with it", async () => {
  const shelf = new Shelf({ "a.go": ["x"], "b.go": ["x"] });
  shelf.cancel.cancel();
  await new WorkspaceLint(shelf.connection, shelf.host).run([ROOT], true);
  expect([shelf.asked, shelf.progress.length]).toEqual([[], 2]);
  await new WorkspaceLint(shelf.connection, shelf.host).run([ROOT], false);
  expect([shelf.asked, shelf.progress.length]).toEqual([["a.go", "b.go"], 2]);
});

test("what was found in the workspace follows files that change, are opened and closed", async () => {
  const shelf = new Shelf({ "a.go": ["x"], "b.go": [] });
  const lint = new WorkspaceLint(shelf.connection, shelf.host);
  lint.opened("/m/a.go");
  await lint.closed("/m/a.go");
  await lint.refresh(["/m/a.go"]);
  expect([shelf.asked, shelf.sent]).toEqual([[], []]);
  await lint.run([ROOT], false);
  lint.opened("/m/a.go");
  await lint.closed("/m/a.go");
  shelf.files["a.go"] = [];
  shelf.files["b.go"] = ["x"];
  await lint.refresh(["/m/a.go", "/m/b.go", "/m/c.go"]);
  await lint.refresh(["/m/a.go"]);
  expect(shelf.sent).toEqual(["a.go 1", "a.go 0", "a.go 1", "a.go 0", "b.go 1"]);
  expect(shelf.asked).toEqual(["a.go", "b.go", "a.go", "a.go", "b.go", "a.go"]);
});

test("a client that asks is told what it does not know yet", async () => {
  const shelf = new Shelf({ "a.go": ["x"], "b.go": [], "c.go": ["x"], "d.go": ["x"] });
  shelf.open.add("d.go");
  const pull = new WorkspacePull(shelf.host);
  expect(await shelf.pull(pull)).toEqual([
    ["a.go", 1, "workspace 1"],
    ["c.go", 1, "workspace 3"],
  ]);
  const known = { "a.go": "workspace 1", "c.go": "workspace 3", "d.go": "1", "e.go": "9" };
  expect(await shelf.pull(pull, known)).toEqual([
    ["a.go", "unchanged", "workspace 1"],
    ["c.go", "unchanged", "workspace 3"],
    ["e.go", 0, undefined],
  ]);
  expect(shelf.asked).toEqual(["a.go", "b.go", "c.go"]);
  shelf.files["c.go"] = [];
  pull.changed();
  expect(await shelf.pull(pull, known)).toEqual([
    ["a.go", "unchanged", "workspace 1"],
    ["c.go", 0, "workspace 4"],
    ["e.go", 0, undefined],
  ]);
  expect(shelf.progress.slice(0, 6)).toEqual([
    "Gopherwood: linting the workspace true",
    "25 1 of 4 files",
    "50 2 of 4 files",
    "75 3 of 4 files",
    "100 4 of 4 files",
    "done",
  ]);
});

test("a client that takes reports one by one gets those with news, and waits without any", async () => {
  const shelf = new Shelf({ "a.go": ["x"], "b.go": [] });
  const pull = new WorkspacePull(shelf.host);
  const stream: WorkspaceDiagnosticReport[] = [];
  expect(await shelf.pull(pull, {}, stream)).toEqual([]);
  expect(stream.flatMap(({ items }) => itemsOf(items))).toEqual([["a.go", 1, "workspace 1"]]);
  const ended: string[] = [];
  const wait = async (name: string) => {
    await shelf.pull(pull, { "a.go": "workspace 1" }, stream);
    ended.push(name);
  };
  const first = wait("first");
  await new Promise((resolve) => setImmediate(resolve));
  expect([ended, stream.length]).toEqual([[], 1]);
  pull.changed();
  await first;
  const second = wait("second");
  await new Promise((resolve) => setImmediate(resolve));
  pull.release();
  await second;
  const third = wait("third");
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toEqual(["first", "second"]);
  shelf.cancel.cancel();
  await third;
  expect(stream).toHaveLength(1);
});

test("a request that is cancelled answers with what it has, and does not say what is gone", async () => {
  const shelf = new Shelf({ "a.go": ["x"] });
  shelf.cancel.cancel();
  expect(await shelf.pull(new WorkspacePull(shelf.host), { "e.go": "9" })).toEqual([]);
  expect(shelf.asked).toEqual([]);
});
