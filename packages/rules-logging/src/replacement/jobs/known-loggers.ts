import {
  calleeOf,
  initializerOf,
  matchesName,
  usesOf,
  withoutPointer,
  type DeclaredSymbol,
  type CallExpressionNode,
  type GoNode,
} from "@gopherwood/core";
import type { JobFile } from "../../jobs/jobs.ts";
import { constantString } from "../../records/constant-string.ts";
import type { JobContexts } from "./job-contexts.ts";
import { isOutsideStep, visibleValues } from "./visible.ts";

/** What a team's loggers are got from beside trackers, as name patterns. */
export interface LoggerOrigins {
  /** Functions that give one. */
  readonly functions: readonly string[];
  /** Types of which each is one. */
  readonly types: readonly string[];
}

/** Finds variables that hold the logger of a job. */
export class KnownLoggers {
  readonly #file: JobFile;
  readonly #contexts: JobContexts;
  readonly #origins: LoggerOrigins;

  constructor(file: JobFile, contexts: JobContexts, origins: LoggerOrigins) {
    this.#file = file;
    this.#contexts = contexts;
    this.#origins = origins;
  }

  /**
   * The variable that holds the logger for the job or step of a node; null if there is none.
   *
   * @param keys The fields that the record gets: the logger must not have them too.
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
    if (!this.#isOfType(node) && this.#sourceOf(node) === null) return false;
    return usesOf(symbol, semantics, sourceCode).every(
      ({ parent }) =>
        parent?.kind !== "expression_list" ||
        parent.parent?.kind !== "assignment_statement" ||
        parent.parent.left !== parent,
    );
  }

  #isOfType(node: GoNode): boolean {
    const { semantics } = this.#file;
    if (this.#origins.types.length === 0) return false;
    const type = withoutPointer(semantics.typeOf(node));
    return (
      type.kind === "named" &&
      this.#origins.types.some((pattern) => matchesName(pattern, type, semantics.packageName))
    );
  }

  /** The call that gave a logger, followed back through variables and chains, or null. */
  #sourceOf(logger: GoNode): CallExpressionNode | null {
    const { semantics, jobs } = this.#file;
    const value = logger.kind === "identifier" ? initializerOf(logger, semantics) : logger;
    if (value?.kind === "identifier") return this.#sourceOf(value);
    if (value?.kind !== "call_expression") return null;
    const { function: selector } = value;
    if (jobs.isCall(value, "Logger") || this.#isMadeBy(value)) return value;
    return selector.kind === "selector_expression" && selector.field.text === "With"
      ? this.#sourceOf(selector.operand)
      : null;
  }

  #isMadeBy(call: CallExpressionNode): boolean {
    const { semantics } = this.#file;
    if (this.#origins.functions.length === 0) return false;
    const callee = calleeOf(call, semantics);
    return (
      callee.kind === "function" &&
      this.#origins.functions.some((pattern) =>
        matchesName(pattern, callee, semantics.packageName),
      )
    );
  }

  /** True for a logger that was made of the context that a node has. */
  #isFor(symbol: DeclaredSymbol, node: GoNode): boolean {
    const source = this.#sourceOf(symbol.node);
    const [context] = source?.arguments.namedChildren ?? [];
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

/** `ctx` of `ctx`, and `r` of `r.Context()`. */
function variableOf(context: GoNode): GoNode | null {
  if (context.kind === "identifier") return context;
  if (context.kind !== "call_expression") return null;
  const { function: selector } = context;
  return selector.kind === "selector_expression" && selector.operand.kind === "identifier"
    ? selector.operand
    : null;
}
