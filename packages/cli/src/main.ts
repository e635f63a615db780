import { UsageError, type Io } from "./io.ts";
import { parseBaselineOptions } from "./options/baseline.ts";
import { parseOptions } from "./options/command.ts";
import { markTold, watchProcess } from "./process-watch.ts";
import { outputOf } from "./stream-output.ts";
import { printableLines } from "./text.ts";

/** The commands beside linting, each loaded when it is asked for. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ["ast", async () => (await import("./ast/ast.ts")).ast],
  ["compare", async () => (await import("./compare.ts")).compare],
  ["merge", async () => (await import("./merge.ts")).merge],
  ["explain", async () => (await import("./explain.ts")).explain],
]);

/** Takes the arguments after the command's name, and returns the exit code. */
type Command = (args: readonly string[], io: Io) => number | Promise<number>;

/** Runs the command in this process, and sets the process's exit code. */
export async function main(): Promise<void> {
  const { stdout, stderr, env, argv } = process;
  const endWatch = watchProcess();
  const io = {
    ...{ cwd: process.cwd(), env, stdout: outputOf(stdout), stderr },
    // To open it takes time, and few runs read it.
    stdin: () => process.stdin,
  };
  const exitCode = await run(argv.slice(2), io);
  process.exitCode ??= exitCode;
  endWatch();
}

/**
 * Runs the command.
 *
 * @param args Without the names of Node and of the command.
 * @returns 0: clean; 1: findings; 2: the work could not be done, for a reason on standard error.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [command = "", ...rest] = args;
  try {
    const task = COMMANDS.get(command);
    if (task) return await (await task())(rest, io);
    if (command === "baseline") {
      const parsed = parseBaselineOptions(rest, io.stdout, io.stderr);
      if (!parsed.ok) return parsed.exitCode;
      const { writeBaseline } = await import("./execute.ts");
      return await writeBaseline(parsed.options, io);
    }
    const parsed = parseOptions(args, io.stdout, io.stderr);
    if (!parsed.ok) return parsed.exitCode;
    const { execute } = await import("./execute.ts");
    return await execute(parsed.options, io);
  } catch (error) {
    // Node 20 rejects twice with what a module in CommonJS throws.
    if (error instanceof Error && error.cause !== undefined) markTold(error.cause);
    io.stderr.write(`gopherwood: ${printableLines(describe(error))}\n`);
    return 2;
  }
}

/** Returns the message of a user's mistake, and the stack of any other error. */
function describe(error: unknown): string {
  if (error instanceof UsageError || isUserError(error) || !(error instanceof Error)) {
    return error instanceof Error ? error.message : String(error);
  }
  return `This is a bug in gopherwood or in a plugin.\n${error.stack ?? error.message}`;
}

function isUserError(error: unknown): boolean {
  return error instanceof Error && /^(?:Config|Merge|Pattern|Revision)Error$/u.test(error.name);
}
