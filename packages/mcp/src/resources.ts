import { ResourceTemplate, type McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { Session } from "./session.ts";

const RESOURCES = [
  {
    name: "report",
    mimeType: "application/json",
    description:
      "Every file, message and judged site, as 'gopherwood --format report' prints it.",
  },
  {
    name: "assessment",
    mimeType: "text/markdown",
    description:
      "How far the code follows the rules, as 'gopherwood --format markdown' prints it.",
  },
] as const;

/** Adds the resources to a server: documents on the workspace, or on a directory of it. */
export function registerResources(server: McpServer, session: Session): void {
  for (const { name, ...metadata } of RESOURCES) {
    const read = async (uri: URL, directory: string, extra: Parameters<Session["run"]>[2]) => {
      const { root, path } = await session.find(directory);
      const { blocks } = await session.run(name, { root, paths: [path] }, extra);
      const { mimeType } = metadata;
      return { contents: [{ uri: uri.href, mimeType, text: blocks.join("\n") }] };
    };
    server.registerResource(name, `gopherwood://${name}`, metadata, (uri, extra) =>
      read(uri, ".", extra),
    );
    server.registerResource(
      `${name}-of-directory`,
      new ResourceTemplate(`gopherwood://${name}/{+directory}`, { list: undefined }),
      metadata,
      (uri, { directory }, extra) => read(uri, decodeURIComponent(String(directory)), extra),
    );
  }
}
