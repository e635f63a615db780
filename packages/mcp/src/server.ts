import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { registerResources } from "./resources.ts";
import { Session, type Folders } from "./session.ts";
import { Threads, type TaskRunner } from "./thread/threads.ts";
import { registerTools } from "./tools.ts";
import { version } from "./version.generated.ts";

const INSTRUCTIONS =
  "Gopherwood lints Go by the rules of this team. Before you write Go in a file, ask " +
  "rules_for_file, and evidence for code to write alike. After an edit, lint the file.";

/**
 * Returns a server for one client.
 *
 * @param threads Run its tasks, until it is closed.
 */
export function newServer(folders: Folders, threads: TaskRunner = new Threads()): McpServer {
  const server = new McpServer({ name: "gopherwood", version }, { instructions: INSTRUCTIONS });
  server.server.onclose = () => {
    threads.end();
  };
  const session = new Session(server, folders, threads);
  registerTools(server, session);
  registerResources(server, session);
  return server;
}
