import {
  calleeOf,
  initializerOf,
  NamePatterns,
  usesOf,
  withoutPointer,
  type DeclaredSymbol,
  type CallExpressionNode,
  type GoNode,
} from "@gopherwood/core";
import type { JobFile } from "../../jobs/jobs.ts";
import { constantString } from "../../records/constant-string.ts";
import type { JobContexts } from "./job-contexts.ts";
import { reassignmentBy } from "./reassignments.ts";
import { isOutsideStep, visibleValues } from "./visible-values.ts";

/** The name patterns of what gives a team's loggers, beside trackers. */
export interface LoggerOrigins {
  /** Functions that return one. */
  readonly functions: readonly string[];
  /** Types of which each value is one. */
  readonly types: readonly string[];
}

/** Finds the variables that hold the logger of a job. */
export class KnownLoggers {
  readonly #file: JobFile;
  readonly #contexts: JobContexts;
  readonly #functions: NamePatterns;
  readonly #types: NamePatterns;

  constructor(file: JobFile, contexts: JobContexts, { functions, types }: LoggerOrigins) {
    this.#file = file;
    this.#contexts = contexts;
    this.#functions = new NamePatterns(functions, file.semantics);
    this.#types = new NamePatterns(types, file.semantics);
  }

  /**
   * Returns the variable that holds the logger for the job or step of a node, or null.
   *
   * @param keys The keys of the record, none of which the logger may have.
   */
  at(node: GoNode, keys: readonly string[]): DeclaredSymbol | null {
    const { semantics, jobs } = this.#file;
    for (const symbol of visibleValues(node, semantics)) {
      if (symbol.kind !== "variable" && symbol.kind !== "parameter") continue;
      if (!this.#isLogger(symbol)) continue;
      if (isOutsideStep(symbol.node, node, jobs, semantics)) return null;
      if (this.#isFor(symbol, node) && !this.#hasOneOf(keys, symbol)) return symbol;
    }
    return null;
  }

  #isLogger(symbol: DeclaredSymbol): boolean {
    const { semantics, sourceCode } = this.#file;
    const { node } = symbol;
    if (!this.#isOfType(node) && this.#originOf(node) === null) return false;
    return usesOf(symbol, semantics, sourceCode).every((use) => reassignmentBy(use) === null);
  }

  #isOfType(node: GoNode): boolean {
    const type = withoutPointer(this.#file.semantics.typeOf(node));
    return type.kind === "named" && this.#types.matches(type);
  }

  /** Returns the call that gave a logger, through its variables and chains, or null. */
  #originOf(logger: GoNode): CallExpressionNode | null {
    const { semantics, jobs } = this.#file;
    const value = logger.kind === "identifier" ? initializerOf(logger, semantics) : logger;
    if (value?.kind === "identifier") return this.#originOf(value);
    if (value?.kind !== "call_expression") return null;
    const { function: selector } = value;
    if (jobs.isCall(value, "Logger") || this.#isCallToOrigin(value)) return value;
    return selector.kind === "selector_expression" && selector.field.text === "With"
      ? this.#originOf(selector.operand)
      : null;
  }

  #isCallToOrigin(call: CallExpressionNode): boolean {
    const callee = calleeOf(call, this.#file.semantics);
    return callee.kind === "function" && this.#functions.matches(callee);
  }

  /** Returns true for a logger that was made of the context that a node has. */
  #isFor(symbol: DeclaredSymbol, node: GoNode): boolean {
    const origin = this.#originOf(symbol.node);
    const [context] = origin?.arguments.namedChildren ?? [];
    const variable = context && variableOf(context);
    return !variable || this.#contexts.isSame(variable, symbol.node, node);
  }

  #hasOneOf(keys: readonly string[], symbol: DeclaredSymbol): boolean {
    const { semantics } = this.#file;
    let value = initializerOf(symbol.node, semantics);
    while (value?.kind === "call_expression") {
      const { function: selector } = value;
      if (selector.kind !== "selector_expression" || selector.field.text !== "With") break;
      const own = value.arguments.namedChildren.map((key) => constantString(key, semantics));
      if (own.some((key) => key !== null && keys.includes(key))) return true;
      const { operand } = selector;
      value = operand.kind === "identifier" ? initializerOf(operand, semantics) : operand;
    }
    return false;
  }
}

/** Returns `ctx` of `ctx`, and `r` of `r.Context()`; null for any other context. */
function variableOf(context: GoNode): GoNode | null {
  if (context.kind === "identifier") return context;
  if (context.kind !== "call_expression") return null;
  const { function: selector } = context;
  return selector.kind === "selector_expression" && selector.operand.kind === "identifier"
    ? selector.operand
    : null;
}
