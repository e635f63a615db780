import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
  type InitializeParams,
} from "vscode-languageserver/node";
import { readClient, type Client } from "./client.ts";
import { Engines } from "./engines.ts";
import { readSettings, type Settings } from "./settings.ts";
import { pathOf } from "./uri.ts";
import { WATCHED } from "./watching.ts";

/** The client of a server: what it can do, its folders, its settings, and engines for them. */
export class Session {
  readonly #connection: Connection;
  #client = readClient({ capabilities: {} });
  #roots: readonly string[] = [];
  #settings = readSettings({});
  #engines = new Engines(process.cwd());
  #ready: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Before `start`, one that can do nothing. */
  get client(): Client {
    return this.#client;
  }

  /** The paths of its folders. */
  get roots(): readonly string[] {
    return this.#roots;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get engines(): Engines {
    return this.#engines;
  }

  /** Ends when the settings are read. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Takes what the client says of itself at the start. */
  start(params: InitializeParams): void {
    this.#client = readClient(params);
    this.#roots = rootsOf(params);
    this.#engines = new Engines(this.#roots[0] ?? process.cwd());
    this.#settings = readSettings(params.initializationOptions);
  }

  /**
   * Asks the client to tell of changes.
   *
   * @param foldersChanged Called after its folders have changed.
   */
  async register(foldersChanged: () => void): Promise<void> {
    const { client, workspace } = this.#connection;
    if (this.#client.registersConfiguration) {
      await client.register(DidChangeConfigurationNotification.type, { section: "gopherwood" });
    }
    if (this.#client.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (this.#client.changesFolders) {
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.flatMap(({ uri }) => pathOf(uri) ?? []));
        const kept = this.#roots.filter((root) => !gone.has(root));
        this.#roots = [...kept, ...added.flatMap(({ uri }) => pathOf(uri) ?? [])];
        foldersChanged();
      });
    }
  }

  /**
   * Reads the settings; `ready` waits for it.
   *
   * @param sent Those that came with a notification, if the client cannot be asked.
   */
  readSettings(sent?: unknown): void {
    this.#ready = this.#readSettings(sent);
  }

  async #readSettings(sent: unknown): Promise<void> {
    if (this.#client.hasConfiguration) {
      this.#settings = readSettings(
        await this.#connection.workspace.getConfiguration("gopherwood"),
      );
    } else if (sent !== undefined) {
      this.#settings = readSettings(sent);
    }
  }
}

/** Returns the paths of the folders; an old client names one root. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- Old clients have no folders.
function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const folders = workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri }]);
  return folders.flatMap(({ uri }) => pathOf(uri) ?? []);
}
