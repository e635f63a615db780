import type { DeclaredSymbol, GoNode } from "@gopherwood/core";
import type { LogCall } from "../parse/log-call.ts";
import type { LoggerChain } from "../parse/logger-chain.ts";

/** An expression that gives a variable or parameter its logger. */
export interface LoggerDefinition {
  readonly node: GoNode;
  readonly chain: LoggerChain;
  /** The variable at the start of the expression, or null. */
  readonly from: DeclaredSymbol | null;
  readonly to: DeclaredSymbol;
}

/** A call, and the variable or parameter whose logger it is of. */
export interface GroupCall {
  readonly call: LogCall;
  readonly of: DeclaredSymbol;
}

/** The flow of loggers between some variables and parameters, and the calls of these. */
export interface LoggerFlow {
  readonly definitions: readonly LoggerDefinition[];
  readonly calls: readonly GroupCall[];
}

/**
 * Variables and parameters of one file that define one another, with all of their uses: they
 * can only change their types together.
 */
export interface LoggerGroup extends LoggerFlow {
  /** The types of their declarations, where they are written. */
  readonly types: readonly GoNode[];
  /** True if a record may get a key a second time. */
  readonly hasRepeatedKeys: boolean;
}
