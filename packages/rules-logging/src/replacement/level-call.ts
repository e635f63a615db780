import {
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { argumentsOf } from "./arguments.ts";
import { readChain, type Chain } from "./chain.ts";
import { mayAct } from "./effects.ts";
import { messageOf, type Form, type ImportName, type Message } from "./message.ts";
import { isLogrus, isPlainPackage, withPairs } from "./pairs.ts";

export type Level = "Trace" | "Debug" | "Info" | "Warn" | "Error" | "Fatal" | "Panic";

/** A call that writes a record, taken apart. */
export interface LevelCall {
  readonly node: CallExpressionNode;
  readonly chain: Chain;
  /** The level, or the expression that gives it. */
  readonly level: Level | GoNode;
  readonly message: Message;
  /** True if to make the message once more may do more than that. */
  readonly messageActs: boolean;
  /** True if the fields have to be there before the message is made. */
  readonly fieldsFirst: boolean;
}

const LEVELS = "Trace|Debug|Info|Print|Warn|Warning|Error|Fatal|Panic";

const LEVEL_CALL = new RegExp(`^(?<level>${LEVELS}|Log)(?<form>f|ln)?$`, "u");
const LEVEL_VALUE = /^(?<level>Trace|Debug|Info|Warn|Error)Level$/u;

/** Takes a call of logrus or log apart, or says why slog has nothing for it. */
export function readLevelCall(
  node: CallExpressionNode,
  semantics: SemanticModel,
): LevelCall | string {
  const callee = calleeOf(node, semantics);
  const { groups } = LEVEL_CALL.exec(callee.name) ?? {};
  if (!groups?.["level"]) return "slog has no such call";
  if (node.function.kind !== "selector_expression") return "its package is dot-imported";
  const chain = readChain(node.function.operand, semantics);
  if (typeof chain === "string") return chain;
  const values = argumentsOf(node);
  const isLog = groups["level"] === "Log";
  const first = isLog ? values.shift() : undefined;
  if (isLog && !first) return "it has no level";
  const level = first ? levelOfValue(first, semantics) : levelOf(groups["level"]);
  const from = first ? (values[0] ?? first).range[0] : node.arguments.range[0] + 1;
  const all = node.arguments.text.slice(from - node.arguments.range[0], -1);
  const endsLine =
    callee.kind !== "unknown" &&
    /^(?:log|fmt)$/u.test((callee.kind === "function" ? callee : callee.receiver).importPath);
  const message = messageOf(values, all, (groups["form"] ?? "") as Form, semantics, endsLine);
  if (typeof message === "string") return message;
  const messageActs = values.some((value) => mayAct(value, semantics));
  const fieldsFirst =
    chain.pairs.some(({ value }) => mayAct(value, semantics)) &&
    (messageActs || (chain.context !== null && mayAct(chain.context, semantics)));
  return { node, chain, level, message, messageActs, fieldsFirst };
}

function levelOf(name: string): Level {
  if (name === "Print") return "Info";
  return name === "Warning" ? "Warn" : (name as Level);
}

/** The level that a constant of logrus is, or the value itself. */
function levelOfValue(value: GoNode, semantics: SemanticModel): Level | GoNode {
  if (value.kind !== "selector_expression") return value;
  if (!isLogrus(semantics.importOf(value.operand)?.path ?? "")) return value;
  return (LEVEL_VALUE.exec(value.field.text)?.groups?.["level"] as Level | undefined) ?? value;
}

/**
 * A level that slog has no name for, as one of slog's: logrus counts from panic up in
 * ones, slog from info up and down in fours.
 */
function slogLevel(level: GoNode | "Trace", importName: ImportName): string {
  const slog = importName("log/slog");
  return level === "Trace" ? `${slog}.LevelDebug-4` : `${slog}.Level(4*(4-int(${level.text})))`;
}

/** The import path of the package that a chain without variable starts with. */
export function packageOf({ node }: LevelCall, semantics: SemanticModel): string | null {
  const { path } =
    semantics.imports.find(
      ({ path: candidate, name }) =>
        name !== null && isPlainPackage(candidate) && node.function.text.startsWith(`${name}.`),
    ) ?? {};
  return path ?? null;
}

/**
 * The call as slog's loggers take it. What ends the program or the goroutine writes an error.
 *
 * @param logger What stands before the dot.
 * @param attributes A slice of keys and values to write instead of the chain's fields, or null.
 * @param indent The indentation of the line on which the call starts.
 */
export function slogCall(
  call: LevelCall,
  logger: string,
  attributes: string | null,
  importName: ImportName,
  indent: string,
): string {
  const { context, pairs } = call.chain;
  const first: string[] = [];
  let receiver = logger;
  let name = "Log";
  if (call.level === "Trace" || typeof call.level !== "string") {
    first.push(context?.text ?? `${importName("context")}.Background()`);
    first.push(slogLevel(call.level, importName));
  } else {
    name = call.level === "Fatal" || call.level === "Panic" ? "Error" : call.level;
    if (context) {
      name += "Context";
      first.push(context.text);
    }
  }
  if (call.fieldsFirst && attributes === null) {
    receiver = `${logger}.With(${withPairs("", pairs, indent)})`;
  }
  const after = receiver === logger && attributes === null ? pairs : [];
  const isAlone = first.length === 0 && after.length === 0 && attributes === null;
  first.push(call.message.write(importName, isAlone));
  if (attributes !== null) first.push(`${attributes}...`);
  return `${receiver}.${name}(${withPairs(first.join(", "), after, indent)})`;
}
