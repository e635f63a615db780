import { calleeOf, type CallExpressionNode, type GoNames } from "@gopherwood/core";
import { readChain, type Chain } from "./chain.ts";
import { messageOf, type Form, type ImportName, type Message } from "./message.ts";
import { isLogrus, withPairs } from "./pairs.ts";

export type Level = "Trace" | "Debug" | "Info" | "Warn" | "Error" | "Fatal" | "Panic";

/** A call that writes a record, taken apart. */
export interface LevelCall {
  readonly node: CallExpressionNode;
  readonly chain: Chain;
  readonly level: Level;
  readonly message: Message;
}

const LEVEL_CALL =
  /^(?<level>Trace|Debug|Info|Print|Warn|Warning|Error|Fatal|Panic)(?<form>f|ln)?$/u;

/** Takes a call of logrus or log apart, or says why slog has nothing for it. */
export function readLevelCall(node: CallExpressionNode, names: GoNames): LevelCall | string {
  const { groups } = LEVEL_CALL.exec(calleeOf(node, names).name) ?? {};
  if (!groups?.["level"]) return "slog has no such call";
  if (node.function.kind !== "selector_expression") return "its package is dot-imported";
  const chain = readChain(node.function.operand, names);
  if (typeof chain === "string") return chain;
  const form = (groups["form"] ?? "") as Form;
  const message = messageOf(node, form, names);
  if (typeof message === "string") return message;
  return { node, chain, level: levelOf(groups["level"]), message };
}

function levelOf(name: string): Level {
  if (name === "Print") return "Info";
  return name === "Warning" ? "Warn" : (name as Level);
}

/** The import path of the package that a chain without variable starts with. */
export function packageOf({ node }: LevelCall, names: GoNames): string | null {
  const { path } =
    names.imports.find(
      ({ path: candidate, name }) =>
        name !== null &&
        (isLogrus(candidate) || candidate === "log") &&
        node.function.text.startsWith(`${name}.`),
    ) ?? {};
  return path ?? null;
}

/**
 * The call as slog's loggers take it. What ends the program or the goroutine writes an error.
 *
 * @param logger What stands before the dot.
 * @param indent The indentation of the line on which the call starts.
 */
export function slogCall(
  call: LevelCall,
  logger: string,
  importName: ImportName,
  indent: string,
): string {
  const { context, pairs } = call.chain;
  const isLost = call.level === "Fatal" || call.level === "Panic";
  const message = call.message(
    importName,
    pairs.length === 0 && !context && call.level !== "Trace",
  );
  if (call.level === "Trace") {
    const level = `${importName("log/slog")}.LevelDebug-4`;
    const ctx = context?.text ?? `${importName("context")}.Background()`;
    return `${logger}.Log(${withPairs(`${ctx}, ${level}, ${message}`, pairs, indent)})`;
  }
  const level = isLost ? "Error" : call.level;
  const name = context ? `${level}Context` : level;
  const first = context ? `${context.text}, ${message}` : message;
  return `${logger}.${name}(${withPairs(first, pairs, indent)})`;
}
