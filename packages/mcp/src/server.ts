import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { registerResources } from "./resources.ts";
import { Session, type Folders } from "./session.ts";
import { registerTools } from "./tools.ts";
import { version } from "./version.generated.ts";

const INSTRUCTIONS =
  "Gopherwood lints Go by the rules of this team. Before you write Go in a file, ask " +
  "rules_for_file, and evidence for code to write alike. After an edit, lint the file.";

/** Returns a server for one client. */
export function newServer(folders: Folders): McpServer {
  const server = new McpServer({ name: "gopherwood", version }, { instructions: INSTRUCTIONS });
  const session = new Session(server, folders);
  registerTools(server, session);
  registerResources(server, session);
  return server;
}
