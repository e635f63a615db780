import {
  argumentsOf,
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { ownPair, pairOf, parseFields, type Pair } from "./fields.ts";
import {
  declaringPackageOf,
  hasStandardLogger,
  isCallToLogrus,
  isLogrus,
} from "./logger-packages.ts";

/** A logger, and all that its `With*` calls add to a record, in the order of the text. */
export interface LoggerChain {
  readonly start: ChainStart;
  readonly pairs: readonly Pair[];
  /** Maps of fields whose keys only the running program knows. */
  readonly maps: readonly GoNode[];
  readonly context: GoNode | null;
}

/** The logger that a chain starts with: a package's standard one, or the one of a variable. */
export type ChainStart =
  | { readonly kind: "package"; readonly importPath: string }
  | { readonly kind: "variable"; readonly name: GoNode };

/** Parses an expression that gives a logger. */
export function parseLoggerChain(
  logger: GoNode,
  semantics: SemanticModel,
): LoggerChain | Refusal {
  if (logger.kind === "identifier") {
    const { path } = semantics.importOf(logger) ?? {};
    if (path === undefined) return startOf({ kind: "variable", name: logger });
    return hasStandardLogger(path)
      ? startOf({ kind: "package", importPath: path })
      : refuse({ code: "other-package", name: logger.text });
  }
  if (logger.kind !== "call_expression" || logger.function.kind !== "selector_expression") {
    return refuse({ code: "logger-kept", name: shorten(logger.text) });
  }
  const callee = calleeOf(logger, semantics);
  const declaringPackage = declaringPackageOf(callee);
  if (declaringPackage !== null && !isLogrus(declaringPackage)) {
    return refuse({ code: "logger-made", name: shorten(logger.function.text) });
  }
  if (callee.kind === "function" && callee.name === "StandardLogger") {
    return startOf({ kind: "package", importPath: callee.importPath });
  }
  if (callee.kind === "function" && callee.name === "NewEntry") {
    const [source] = argumentsOf(logger);
    return source ? parseLoggerChain(source, semantics) : refuse({ code: "no-entry" });
  }
  const chain = parseLoggerChain(logger.function.operand, semantics);
  return isRefusal(chain) ? chain : withLink(chain, callee.name, logger, semantics);
}

function startOf(start: ChainStart): LoggerChain {
  return { start, pairs: [], maps: [], context: null };
}

/** Returns a chain with what one more of its calls adds. */
function withLink(
  chain: LoggerChain,
  method: string,
  call: CallExpressionNode,
  semantics: SemanticModel,
): LoggerChain | Refusal {
  const [first, second] = argumentsOf(call);
  const add = (...pairs: readonly Pair[]) => ({ ...chain, pairs: [...chain.pairs, ...pairs] });
  switch (method) {
    case "WithError":
      return first ? add(ownPair("error", first)) : refuse({ code: "no-error" });
    case "WithTime":
      return first ? add(ownPair("time", first)) : refuse({ code: "no-time" });
    case "WithContext":
      return first ? { ...chain, context: first } : refuse({ code: "no-context" });
    case "WithField":
      return first && second
        ? add(pairOf(first, second, semantics))
        : refuse({ code: "field-of-call" });
    case "WithFields": {
      if (!first) return refuse({ code: "no-fields" });
      const pairs = parseFields(first, semantics);
      if (pairs === null) return { ...chain, maps: [...chain.maps, mapOf(first, semantics)] };
      return isRefusal(pairs) ? pairs : add(...pairs);
    }
    default:
      return refuse({ code: "no-such-method", name: method });
  }
}

/** Returns the map that is converted to logrus' fields, or the expression itself. */
function mapOf(fields: GoNode, semantics: SemanticModel): GoNode {
  if (fields.kind !== "call_expression" || !isCallToLogrus(fields, "Fields", semantics)) {
    return fields;
  }
  return argumentsOf(fields)[0] ?? fields;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
