import {
  argumentsOf,
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { levelOfArgument, levelOfFunction, type Level } from "./level.ts";
import { declaringPackageOf } from "./logger-packages.ts";
import { parseLoggerChain, type LoggerChain } from "./logger-chain.ts";
import { parseMessage, type Message, type MessageForm } from "./message.ts";
import { mayHaveSideEffects } from "./side-effects.ts";

/**
 * A call of logrus, log or fmt that writes a record. Its error is one of its pairs, so that
 * the order of the text is kept.
 */
export interface LogCall extends LoggerChain {
  readonly node: CallExpressionNode;
  readonly level: Level;
  readonly message: Message;
  /** True if making the message may do more than that. */
  readonly messageHasSideEffects: boolean;
  /** True if the values of the pairs have to be evaluated before the message. */
  readonly pairsFirst: boolean;
}

const NAME = /^(?<level>[A-Z][a-z]+?)(?<form>f|ln)?$/u;

/** Parses a call of logrus, log or fmt. */
export function parseLogCall(
  node: CallExpressionNode,
  semantics: SemanticModel,
): LogCall | Refusal {
  const callee = calleeOf(node, semantics);
  const { level: levelName = "", form = "" } = NAME.exec(callee.name)?.groups ?? {};
  const named = levelOfFunction(levelName);
  if (!named && levelName !== "Log") return refuse({ code: "no-such-call" });
  if (node.function.kind !== "selector_expression") return refuse({ code: "dot-import" });
  const chain = parseLoggerChain(node.function.operand, semantics);
  if (isRefusal(chain)) return chain;

  const values = argumentsOf(node);
  const levelArgument = named ? null : values.shift();
  const level = named ?? (levelArgument && levelOfArgument(levelArgument, semantics));
  if (!level) return refuse({ code: "no-level" });
  const list = node.arguments;
  const from = levelArgument ? (values[0] ?? levelArgument).range[0] : list.range[0] + 1;
  const endsLine = /^(?:log|fmt)$/u.test(declaringPackageOf(callee) ?? "");
  const message = parseMessage(
    values,
    list.text.slice(from - list.range[0], -1),
    { form: form as MessageForm, endsLine },
    semantics,
  );
  if (isRefusal(message)) return message;

  const messageHasSideEffects = values.some((value) => mayHaveSideEffects(value, semantics));
  const { pairs, context } = chain;
  const pairsFirst =
    pairs.some(({ value }) => mayHaveSideEffects(value, semantics)) &&
    (messageHasSideEffects || (context !== null && mayHaveSideEffects(context, semantics)));
  return { ...chain, node, level, message, messageHasSideEffects, pairsFirst };
}
