import type { Level } from "../parse/level.ts";
import type { LogCall } from "../parse/log-call.ts";
import { printMessage, type ImportName } from "./message.ts";
import { printPairs } from "./pairs.ts";

/** The place of a call of slog, and the parts that the call itself does not have. */
export interface SlogCallParts {
  /** The logger, as it stands before the dot. */
  readonly receiver: string;
  /** The slice of keys and values that replaces the pairs, or null. */
  readonly attributes: string | null;
  /** The indentation of the line on which the call starts. */
  readonly indent: string;
}

/** Returns a call as slog's loggers take it; one that ends the program writes an error. */
export function printSlogCall(
  { level, context, pairs, pairsFirst, message }: LogCall,
  { receiver, attributes, indent }: SlogCallParts,
  importName: ImportName,
): string {
  const named = methodOf(level);
  const values: string[] = [];
  if (context) values.push(context.text);
  else if (named === null) values.push(`${importName("context")}.Background()`);
  if (named === null) values.push(printLevel(level, importName));
  const method = `${named ?? "Log"}${named !== null && context ? "Context" : ""}`;
  const isWith = pairsFirst && attributes === null;
  const after = isWith || attributes !== null ? [] : pairs;
  const isAlone = values.length === 0 && after.length === 0 && attributes === null;
  values.push(printMessage(message, importName, isAlone));
  if (attributes !== null) values.push(`${attributes}...`);
  const logger = isWith ? `${receiver}.With(${printPairs("", pairs, indent)})` : receiver;
  return `${logger}.${method}(${printPairs(values.join(", "), after, indent)})`;
}

/** Returns the method of slog's loggers for a level, or null if there is none. */
function methodOf(level: Level): string | null {
  if (level.kind === "expression" || level.name === "Trace") return null;
  return level.name === "Fatal" || level.name === "Panic" ? "Error" : level.name;
}

/**
 * Returns a level for which slog has no method. logrus counts from panic up in ones, slog
 * from info up and down in fours.
 */
function printLevel(level: Level, importName: ImportName): string {
  const slog = importName("log/slog");
  return level.kind === "expression"
    ? `${slog}.Level(4*(4-int(${level.node.text})))`
    : `${slog}.LevelDebug-4`;
}
