import {
  calleeOf,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { argumentsOf } from "./arguments.ts";
import { isLogrus, isPlainPackage, pairOf, readFields, type Pair } from "./pairs.ts";

/** A logrus logger and what its `With*` calls give to the record, in the order of the text. */
export interface Chain {
  /** The variable at its start; null if it starts with the package. */
  readonly variable: GoNode | null;
  readonly pairs: readonly Pair[];
  /** Maps of fields of which only the program knows the keys. */
  readonly maps: readonly GoNode[];
  readonly context: GoNode | null;
}

const PLAIN: Chain = { variable: null, pairs: [], maps: [], context: null };

/** The chain that an expression is, or why it is none that can be written with slog. */
export function readChain(logger: GoNode, semantics: SemanticModel): Chain | string {
  if (logger.kind === "identifier") {
    const goImport = semantics.importOf(logger);
    if (!goImport) return { ...PLAIN, variable: logger };
    return isPlainPackage(goImport.path) ? PLAIN : `'${logger.text}' is another package`;
  }
  if (logger.kind !== "call_expression" || logger.function.kind !== "selector_expression") {
    return `its logger is kept elsewhere: '${shorten(logger.text)}'`;
  }
  const callee = calleeOf(logger, semantics);
  const path = callee.kind === "function" ? callee.importPath : null;
  if (path !== null && !isLogrus(path)) {
    return `its logger is made elsewhere: '${shorten(logger.function.text)}'`;
  }
  if (callee.name === "StandardLogger" && path !== null) {
    return PLAIN;
  }
  if (callee.name === "NewEntry" && path !== null) {
    const [made] = argumentsOf(logger);
    return made ? readChain(made, semantics) : "it makes an entry of nothing";
  }
  if (path === null && !isOfLogrus(callee)) {
    return `its logger is made elsewhere: '${shorten(logger.function.text)}'`;
  }
  const before = readChain(logger.function.operand, semantics);
  return typeof before === "string" ? before : withLink(before, callee.name, logger, semantics);
}

function withLink(
  before: Chain,
  method: string,
  call: CallExpressionNode,
  semantics: SemanticModel,
): Chain | string {
  const values = argumentsOf(call);
  const [first, second] = values;
  const add = (...pairs: readonly Pair[]) => ({
    ...before,
    pairs: [...before.pairs, ...pairs],
  });
  switch (method) {
    case "WithError":
      return first
        ? add({ key: '"error"', value: first, name: "error", ownLine: false })
        : "it has no error";
    case "WithField":
      return first && second
        ? add(pairOf(first, second, semantics))
        : "its field is the result of a call";
    case "WithFields": {
      if (!first) return "it has no fields";
      const pairs = readFields(first, semantics);
      if (typeof pairs === "string") return pairs;
      return pairs
        ? add(...pairs)
        : { ...before, maps: [...before.maps, mapOf(first, semantics)] };
    }
    case "WithTime":
      return first
        ? add({ key: '"time"', value: first, name: "time", ownLine: false })
        : "it has no time";
    case "WithContext":
      return first ? { ...before, context: first } : "it has no context";
    default:
      return `slog has nothing like '${method}'`;
  }
}

/** True for a method of logrus, or one whose owner is not known. */
function isOfLogrus(callee: Callee): boolean {
  return callee.kind !== "method" || isLogrus(callee.receiver.importPath);
}

/** The map that a conversion to logrus' fields is of, or the expression itself. */
function mapOf(fields: GoNode, semantics: SemanticModel): GoNode {
  if (fields.kind !== "call_expression") return fields;
  const callee = calleeOf(fields, semantics);
  const isConversion =
    callee.kind === "function" && isLogrus(callee.importPath) && callee.name === "Fields";
  return (isConversion && argumentsOf(fields)[0]) || fields;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
