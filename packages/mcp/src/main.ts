import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { existsSync, realpathSync } from "node:fs";
import { parseArgs } from "node:util";
import { newServer } from "./server.ts";
import { version } from "./version.generated.ts";

const USAGE = `Usage: gopherwood-mcp [options] [folders...]

Serves coding assistants over standard input and output by the Model Context Protocol.

The folders are the workspace: no file outside of them is read or written for an assistant.
Without any, the folders that the assistant names are, or else the working directory.

Options:
  --trust <folder>  run the configs of this folder, which are code, without asking; repeatable
  -v, --version     print the version
  -h, --help        print this text
`;

/**
 * Runs the server until its client ends it.
 *
 * @param args The arguments after the command's name.
 * @returns The exit code: 0, or 2 for arguments that cannot be read.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        trust: { type: "string", multiple: true, default: [] },
        version: { type: "boolean", short: "v" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help || values.version) {
      process.stdout.write(values.help ? USAGE : `${version}\n`);
      return 0;
    }
    const server = newServer({
      workspace: positionals.map(realFolder),
      trusted: values.trust.map(realFolder),
    });
    await server.connect(new StdioServerTransport());
    // The transport does not say when its client is gone. A thread may still be at work then.
    process.stdin.once("end", () => void server.close().finally(() => process.exit()));
    return 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`gopherwood-mcp: ${why}\nTry 'gopherwood-mcp --help'.\n`);
    return 2;
  }
}

function realFolder(folder: string): string {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  return realpathSync(folder);
}
