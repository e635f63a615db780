import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { RefusedError } from "./errors.ts";
import type { Extra, Session } from "./session.ts";
import { goFileAt, type WorkspacePath } from "./workspace.ts";

const PATHS = z
  .array(z.string())
  .default(["."])
  .describe("Files and directories, relative to the workspace. Default: all of it.");
const FILE = z.string().describe("A Go file, relative to the workspace; it need not exist.");
const PLACE = z
  .string()
  .default(".")
  .describe("A Go file or a directory, relative to the workspace. Default: all of it.");
const RULE = z.string().describe("The id of a rule, such as 'logging/no-direct-logging'.");
const ONE_RULE = RULE.optional().describe("The id of a rule: run it alone.");

const LINE = z.number().int().positive();

const READS = { readOnlyHint: true, openWorldHint: false };
const WRITES = { readOnlyHint: false, idempotentHint: true, openWorldHint: false };

/** Adds the tools to a server. */
export function registerTools(server: McpServer, session: Session): void {
  const listRules = async (place: string, extra: Extra) => {
    const { root, path } = await session.find(place);
    return await session.run("listRules", { root, path: goFileAt(path) }, extra);
  };
  server.registerTool(
    "lint",
    {
      description:
        "Lints Go by the rules of this workspace: findings, and diffs that fix them.",
      inputSchema: {
        paths: PATHS,
        rule: ONE_RULE,
        text: z
          .string()
          .optional()
          .describe("Lint this text as if the one file in 'paths' had it."),
      },
      annotations: READS,
    },
    ({ paths, rule, text }, extra) =>
      session.answer(async () => {
        const found = await findAll(paths, session);
        if (text === undefined) return await session.run("lint", { ...found, rule }, extra);
        const [path, ...others] = found.paths;
        if (path === undefined || others.length > 0 || !path.endsWith(".go")) {
          throw new RefusedError("A text needs one path, of a Go file: it decides the config.");
        }
        return await session.run("lintText", { root: found.root, path, text }, extra);
      }),
  );
  server.registerTool(
    "fix",
    {
      description: "Shows as a diff how findings are fixed; with 'apply' it writes the files.",
      inputSchema: {
        paths: PATHS,
        rule: ONE_RULE,
        apply: z.boolean().default(false).describe("Write the files, if the user wants that."),
      },
      annotations: WRITES,
    },
    ({ paths, rule, apply }, extra) =>
      session.answer(async () => {
        const found = await findAll(paths, session);
        return await session.run("fix", { ...found, rule, apply }, extra);
      }),
  );
  server.registerTool(
    "explain_rule",
    {
      description: "Returns the page of a rule, and the options that the team gave it.",
      inputSchema: { rule: RULE, place: PLACE },
      annotations: READS,
    },
    ({ rule, place }, extra) =>
      session.answer(async () => {
        const { root, path } = await session.find(place);
        return await session.run("explainRule", { root, path: goFileAt(path), rule }, extra);
      }),
  );
  server.registerTool(
    "list_rules",
    {
      description: "Lists the rules that are on in a directory, with the team's options.",
      inputSchema: { place: PLACE },
      annotations: READS,
    },
    ({ place }, extra) => session.answer(() => listRules(place, extra)),
  );
  server.registerTool(
    "rules_for_file",
    {
      description:
        "Lists the rules that are on for a Go file. Ask before you write code there.",
      inputSchema: { path: FILE },
      annotations: READS,
    },
    ({ path }, extra) => session.answer(() => listRules(path, extra)),
  );
  server.registerTool(
    "evidence",
    {
      description: "Shows up to three excerpts of this code that keep a rule, to write alike.",
      inputSchema: { rule: RULE, place: PLACE },
      annotations: READS,
    },
    ({ rule, place }, extra) =>
      session.answer(async () =>
        session.run("evidence", { ...(await session.find(place)), rule }, extra),
      ),
  );
  server.registerTool(
    "syntax_tree",
    {
      description:
        "Shows the syntax tree of a Go file as rules see it, with what names mean, and types.",
      inputSchema: {
        path: FILE,
        text: z.string().optional().describe("Parse this text in place of the file's."),
        line: LINE.optional().describe("The first line to show. Default: the whole file."),
        endLine: LINE.optional().describe("The last line to show. Default: 'line'."),
      },
      annotations: READS,
    },
    ({ path, text, line, endLine = line }, extra) =>
      session.answer(async () => {
        const lines =
          line === undefined || endLine === undefined ? undefined : { line, endLine };
        return await session.run(
          "syntaxTree",
          { ...(await session.find(path)), text, lines },
          extra,
        );
      }),
  );
  server.registerTool(
    "next_page",
    {
      description: "Returns the next page of a long answer.",
      inputSchema: { cursor: z.string().describe("From the last line of the page before.") },
      annotations: READS,
    },
    ({ cursor }) => session.nextPage(cursor),
  );
}

/**
 * Finds paths of one folder of the workspace.
 *
 * @throws {RefusedError} If one lies outside, or in another folder.
 */
async function findAll(
  paths: readonly string[],
  session: Session,
): Promise<{ root: string; paths: string[] }> {
  const found: WorkspacePath[] = [];
  for (const path of paths) found.push(await session.find(path));
  const [first, ...others] = found;
  if (!first) throw new RefusedError("Name a file or directory: 'paths' is empty.");
  if (others.some(({ root }) => root !== first.root)) {
    throw new RefusedError(
      "The paths are in several folders of the workspace: name one each time.",
    );
  }
  return { root: first.root, paths: found.map(({ path }) => path) };
}
