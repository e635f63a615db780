import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import type { Connection, InitializeParams } from "vscode-languageserver/node";
import { Session } from "../src/session.ts";

interface Folders {
  readonly added: readonly { readonly uri: string }[];
  readonly removed: readonly { readonly uri: string }[];
}

/** Returns a session of a client, what it is registered for, and its ways to say something. */
function sessionOf(params: object) {
  const registered: unknown[] = [];
  const client: { settings: object; changeFolders: (folders: Folders) => void } = {
    settings: {},
    changeFolders: () => {},
  };
  const connection = {
    client: {
      register: ({ method }: { method: string }, options: object) => {
        registered.push([method, options]);
        return Promise.resolve();
      },
    },
    workspace: {
      getConfiguration: (section: string) => Promise.resolve({ section, ...client.settings }),
      onDidChangeWorkspaceFolders: (listener: (folders: Folders) => void) => {
        client.changeFolders = listener;
      },
    },
  };
  const session = new Session(connection as unknown as Connection);
  session.start({ capabilities: {}, rootUri: null, ...params } as unknown as InitializeParams);
  return { session, registered, client };
}

const folder = (path: string) => ({ uri: pathToFileURL(path).href, name: path });

test("the roots of a session are its folders, or the one root of an old client", () => {
  const workspaceFolders = [folder("/a"), { uri: "untitled:b", name: "b" }, folder("/c")];
  expect(sessionOf({ workspaceFolders }).session.roots).toEqual(["/a", "/c"]);
  expect(sessionOf({ rootUri: folder("/r").uri }).session.roots).toEqual(["/r"]);
  expect(sessionOf({ rootUri: folder("/r").uri, workspaceFolders }).session.roots).toHaveLength(
    2,
  );
  expect(sessionOf({}).session.roots).toEqual([]);
});

test("folders come and go while the session lasts", async () => {
  const { session, client } = sessionOf({
    workspaceFolders: [folder("/a"), folder("/b")],
    capabilities: { workspace: { workspaceFolders: true } },
  });
  let changes = 0;
  await session.register(() => {
    changes += 1;
  });
  client.changeFolders({ added: [folder("/c")], removed: [folder("/a")] });
  expect([session.roots, changes]).toEqual([["/b", "/c"], 1]);
});

test("a client is registered for what it says that it can tell", async () => {
  const plain = sessionOf({});
  await plain.session.register(() => {});
  plain.client.changeFolders({ added: [folder("/c")], removed: [] });
  expect([plain.registered, plain.session.roots]).toEqual([[], []]);
  const on = { dynamicRegistration: true };
  const able = sessionOf({
    capabilities: { workspace: { didChangeConfiguration: on, didChangeWatchedFiles: on } },
  });
  await able.session.register(() => {});
  expect(able.registered).toEqual([
    ["workspace/didChangeConfiguration", { section: "gopherwood" }],
    [
      "workspace/didChangeWatchedFiles",
      {
        watchers: [
          { globPattern: "**/*.go" },
          { globPattern: "**/{go.mod,go.sum,go.work,.gitignore,modules.txt}" },
          { globPattern: "**/*.{js,mjs,cjs,ts,mts,cts}" },
          { globPattern: "**/gopherwood.config.{yaml,yml,json}" },
          { globPattern: "**/{package-lock.json,pnpm-lock.yaml,yarn.lock}" },
        ],
      },
    ],
  ]);
});

test("the settings are those of the start, then those that are sent", async () => {
  const { session } = sessionOf({ initializationOptions: { fixOnSave: true } });
  expect(session.settings.fixOnSave).toBe(true);
  session.readSettings();
  await session.ready;
  expect(session.settings.fixOnSave).toBe(true);
  session.readSettings({ codeLens: true });
  await session.ready;
  expect([session.settings.fixOnSave, session.settings.codeLens]).toEqual([false, true]);
});

test("a client that can be asked for the settings is asked, whatever it sends", async () => {
  const { session, client } = sessionOf({
    capabilities: { workspace: { configuration: true } },
  });
  client.settings = { codeLens: true };
  session.readSettings({ codeLens: false });
  await session.ready;
  expect(session.settings.codeLens).toBe(true);
});
