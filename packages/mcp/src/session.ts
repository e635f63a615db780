import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { RequestHandlerExtra } from "@modelcontextprotocol/sdk/shared/protocol.js";
import type {
  CallToolResult,
  ServerNotification,
  ServerRequest,
} from "@modelcontextprotocol/sdk/types.js";
import { fileURLToPath } from "node:url";
import { Consent } from "./consent.ts";
import { messageOf } from "./errors.ts";
import { Pages, type Answer } from "./pages.ts";
import type { RequestOf, TaskName } from "./tasks/index.ts";
import type { TaskRunner } from "./thread/threads.ts";
import { Workspace, type WorkspacePath } from "./workspace.ts";

/** The folders of a server: absolute, without symbolic links. */
export interface Folders {
  /** The workspace; if there are none, the client's. */
  readonly workspace: readonly string[];
  /** Their configs are run without asking. */
  readonly trusted: readonly string[];
}

/** The context that the SDK passes with a request of the client. */
export type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

/** The time that a user has to answer a question, in milliseconds. */
const PATIENCE = 600_000;

/** The work for one client. */
export class Session {
  readonly #server: McpServer;
  readonly #folders: readonly string[];
  readonly #consent: Consent;
  readonly #pages = new Pages();
  readonly #threads: TaskRunner;

  constructor(server: McpServer, { workspace, trusted }: Folders, threads: TaskRunner) {
    this.#server = server;
    this.#threads = threads;
    this.#folders = workspace;
    this.#consent = new Consent(trusted, (question) => this.#ask(question));
  }

  /**
   * Finds a path of the workspace.
   *
   * @throws {RefusedError} If it lies outside.
   */
  async find(path: string): Promise<WorkspacePath> {
    return (await this.#workspace()).find(path);
  }

  /**
   * Runs a task, until the client takes its request back.
   *
   * @throws {RefusedError} If it could not be done, or the user does not want configs to be run.
   */
  async run<Name extends TaskName>(
    name: Name,
    request: RequestOf<Name>,
    { signal, _meta, sendNotification }: Extra,
  ): Promise<Answer> {
    const progressToken = _meta?.progressToken;
    const watching = {
      signal,
      onProgress: (progress: number, total: number) => {
        if (progressToken === undefined) return;
        const params = { progressToken, progress, total };
        void sendNotification({ method: "notifications/progress", params });
      },
    };
    for (;;) {
      const { trusted } = this.#consent;
      const outcome = await this.#threads.run({ name, request, trusted }, watching);
      if (outcome.kind === "answer") return outcome.answer;
      await this.#consent.request(outcome.folder);
    }
  }

  /** Returns the first page of an answer, or why there is none, as the result of a tool. */
  async answer(work: () => Promise<Answer>): Promise<CallToolResult> {
    try {
      return textResult(this.#pages.first(await work()));
    } catch (error) {
      return { ...textResult(messageOf(error)), isError: true };
    }
  }

  /** Returns the page of a cursor as the result of a tool. */
  nextPage(cursor: string): CallToolResult {
    const page = this.#pages.next(cursor);
    return page === null
      ? { ...textResult(`There is no page '${cursor}' any more: ask again.`), isError: true }
      : textResult(page);
  }

  async #workspace(): Promise<Workspace> {
    if (this.#folders.length > 0) return new Workspace(this.#folders);
    const { server } = this.#server;
    const { roots = [] } = server.getClientCapabilities()?.roots
      ? await server.listRoots()
      : {};
    const folders = roots.flatMap(({ uri }) =>
      uri.startsWith("file:") ? fileURLToPath(uri) : [],
    );
    return new Workspace(folders.length > 0 ? folders : [process.cwd()]);
  }

  async #ask(message: string): Promise<boolean | null> {
    const { server } = this.#server;
    if (!server.getClientCapabilities()?.elicitation) return null;
    const { action, content } = await server.elicitInput(
      {
        message,
        requestedSchema: {
          type: "object",
          properties: { trust: { type: "boolean", title: "Run its configs", default: false } },
          required: ["trust"],
        },
      },
      { timeout: PATIENCE },
    );
    return action === "accept" && content?.["trust"] === true;
  }
}

function textResult(text: string): CallToolResult {
  return { content: [{ type: "text", text }] };
}
