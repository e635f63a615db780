import type { GoNode } from "@gopherwood/core";
import type { SourceName } from "../options.ts";
import type { Refusal } from "../refusal.ts";

/** A node that needs a logger. */
export interface LoggerRequest {
  /** The node that is rewritten: a call that writes a record, or a definition of a logger. */
  readonly node: GoNode;
  /** The calls that write the records. */
  readonly uses: readonly GoNode[];
  /** The keys of the records. */
  readonly keys: readonly string[];
  /** The import path of the logger that is replaced. */
  readonly replaced: string;
}

/** A logger that the records of one request can be written with. */
export interface Target {
  readonly logger: TargetLogger;
  /** The reason for which using it is only suggested; null for a fix. */
  readonly unsafeReason: string | null;
  /** True if its type is slog's, as far as the file says. */
  readonly isSlog: boolean;
}

/** The logger itself. */
export type TargetLogger =
  /** The standard logger of slog. */
  | { readonly kind: "slog" }
  | { readonly kind: "variable"; readonly name: string }
  | {
      readonly kind: "expression";
      readonly expression: LoggerExpression;
      /** The variable that keeps it; null if the expression is written where it is used. */
      readonly variable: LoggerVariable | null;
    };

/** A Go expression that gives a logger. */
export interface LoggerExpression {
  readonly text: string;
  /** The import path of the package that it starts with; null if it needs none. */
  readonly importPath: string | null;
}

/** A variable that is declared for a logger. */
export interface LoggerVariable {
  readonly name: string;
  /** The statement before which it is declared. */
  readonly before: GoNode;
}

/** A source of loggers that the option `replacement` names, in one file. */
export interface LoggerSource {
  readonly name: SourceName;
  /** Returns the logger for a request, or a refusal if there is none. */
  readonly targetFor: (request: LoggerRequest) => Target | Refusal;
}
