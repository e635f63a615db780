import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import {
  ElicitRequestSchema,
  ListRootsRequestSchema,
  type CallToolResult,
} from "@modelcontextprotocol/sdk/types.js";
import { fileURLToPath, pathToFileURL } from "node:url";
import { newServer } from "../src/server.ts";
import { runTask } from "../src/thread/run-task.ts";
import type { TaskRunner } from "../src/thread/threads.ts";

/** The command of the server. */
export const BIN = fileURLToPath(new URL("../bin/gopherwood-mcp.js", import.meta.url));

/** Runs tasks in the thread of the test. */
const IN_PROCESS: TaskRunner = {
  run: (task, { onProgress }) => runTask(task, onProgress),
  end: () => undefined,
};

export interface AssistantOptions {
  /** The folders that the server works in; if there are none, the client's. */
  readonly workspace?: readonly string[];
  /** The folders whose configs are run without asking. */
  readonly trusted?: readonly string[];
  /** The folders that the client works in, if it says so. */
  readonly roots?: readonly string[];
  /** The user's answer to each question, if the client can ask. */
  readonly trusts?: boolean | "declines";
}

/** The result of a tool. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** A client that speaks to a server. */
export class Assistant implements AsyncDisposable {
  readonly client: Client;
  /** The folders that the client works in, if it says so. */
  roots: readonly string[];
  /** The questions that the user was asked. */
  readonly questions: string[] = [];
  /** The forms that came with them. */
  readonly schemas: unknown[] = [];

  private constructor({ roots, trusts }: AssistantOptions) {
    this.roots = roots ?? [];
    this.client = new Client(
      { name: "test", version: "1" },
      {
        capabilities: {
          ...(roots && { roots: {} }),
          ...(trusts !== undefined && { elicitation: {} }),
        },
      },
    );
    if (roots) {
      this.client.setRequestHandler(ListRootsRequestSchema, () => ({
        roots: this.roots.map((root) => ({ uri: pathToFileURL(root).href })),
      }));
    }
    if (trusts === undefined) return;
    this.client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      this.questions.push(params.message);
      if ("requestedSchema" in params) this.schemas.push(params.requestedSchema);
      return trusts === "declines"
        ? { action: "decline" }
        : { action: "accept", content: { trust: trusts } };
    });
  }

  /** Starts a server in this process. */
  static async start(
    options: AssistantOptions,
    threads: TaskRunner = IN_PROCESS,
  ): Promise<Assistant> {
    const { workspace = [], trusted = [] } = options;
    const [client, server] = InMemoryTransport.createLinkedPair();
    await newServer({ workspace, trusted }, threads).connect(server);
    const assistant = new Assistant(options);
    await assistant.client.connect(client);
    return assistant;
  }

  /** Starts a server in a process of its own, in the root directory. */
  static async spawn(options: AssistantOptions): Promise<Assistant> {
    const { workspace = [], trusted = [] } = options;
    const trust = trusted.flatMap((folder) => ["--trust", folder]);
    const assistant = new Assistant(options);
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [BIN, ...trust, ...workspace],
      cwd: "/",
      stderr: "ignore",
    });
    await assistant.client.connect(transport);
    return assistant;
  }

  async call(
    name: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<ToolAnswer> {
    const request = { name, arguments: { ...parameters } };
    const result = await this.client.callTool(request, undefined, { timeout: 20_000 });
    const { content, isError = false } = result as CallToolResult;
    const [first] = content;
    return { text: first?.type === "text" ? first.text : "", isError };
  }

  /** Returns a resource, or the error that reading it gives. */
  async read(uri: string): Promise<ToolAnswer> {
    try {
      const { contents } = await this.client.readResource({ uri });
      const [first] = contents;
      return { text: first && "text" in first ? first.text : "", isError: false };
    } catch (error) {
      return { text: String(error), isError: true };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close();
  }
}
