import { printableLines } from "./text.ts";

/** Returns the configs that are being loaded, once the engine is there. */
let configsInWork: () => readonly string[] = () => [];

/** Errors that nothing waited for, and errors that a message told. */
const late = new Set<unknown>();
const told = new Set<unknown>();

/**
 * Says from now on why the process ends where the command does not end it, and ends it with 2.
 *
 * @returns A function to call after the command has ended.
 */
export function watchProcess(): () => void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", endOnFailedWrite);
  process.once("beforeExit", endUnfinished);
  process.once("exit", endEarly);
  for (const event of ["unhandledRejection", "uncaughtException"]) process.on(event, hearLate);
  process.once("exit", sayLate);
  return () => {
    process.off("beforeExit", endUnfinished);
    process.off("exit", endEarly);
  };
}

/** @param pending Returns the configs that are being loaded, which a message then names. */
export function watchConfigs(pending: () => readonly string[]): void {
  configsInWork = pending;
}

/** Leaves out an error that a message told, if it comes again with nothing that waits for it. */
export function markTold(error: unknown): void {
  told.add(error);
}

/** Ends the process with 2 if its output cannot be written; a reader may stop, as `head` does. */
function endOnFailedWrite(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.off("exit", endEarly);
  process.stderr.write(`gopherwood: The output cannot be written: ${error.message}.\n`);
  process.exit(2);
}

/** Hears that code failed that nothing waited for, after which the run is not to be trusted. */
function hearLate(error: unknown): void {
  late.add(error);
  process.exitCode = 2;
}

function sayLate(): void {
  for (const error of late) {
    if (told.has(error)) continue;
    const { stack } = (error ?? {}) as { stack?: unknown };
    const what = typeof stack === "string" ? stack : String(error);
    process.stderr.write(
      `gopherwood: An error came after its rule or config had ended: ${printableLines(what)}\n`,
    );
  }
}

/** Says that the work never ended: Node exits when all that is left waits for nothing. */
function endUnfinished(): void {
  process.off("exit", endEarly);
  const [path] = configsInWork();
  const what = path === undefined ? "the run" : `the config ${path}`;
  process.stderr.write(
    `gopherwood: ${what} never finished: it waits for something that never comes.\n`,
  );
  process.exitCode = 2;
}

/** Says that a rule or a config ended the process. */
function endEarly(): void {
  const [path] = configsInWork();
  const who = path === undefined ? "A rule or a plugin" : `The config ${path}`;
  process.stderr.write(`gopherwood: ${who} ended the process: not all was linted.\n`);
  process.exitCode = 2;
}
