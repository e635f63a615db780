import type { SemanticModel, GoNode } from "@gopherwood/core";
import { isLogrus } from "./logger-packages.ts";

export type LevelName = "Trace" | "Debug" | "Info" | "Warn" | "Error" | "Fatal" | "Panic";

/** The level of a record: a name, or the expression that gives it when the program runs. */
export type Level =
  | { readonly kind: "name"; readonly name: LevelName }
  | { readonly kind: "expression"; readonly node: GoNode };

const LEVELS: Readonly<Record<string, LevelName>> = {
  Trace: "Trace",
  Debug: "Debug",
  Info: "Info",
  Print: "Info",
  Warn: "Warn",
  Warning: "Warn",
  Error: "Error",
  Fatal: "Fatal",
  Panic: "Panic",
};

/** The levels that a call of `Log` writes like a call of the level's own method. */
const LOG_LEVELS = /^(?<name>Trace|Debug|Info|Warn|Error)Level$/u;

/** Returns the level that a function is named after; null for one that is not. */
export function levelOfFunction(name: string): Level | null {
  const level = LEVELS[name];
  return level === undefined ? null : { kind: "name", name: level };
}

/** Returns the level that an argument of `Log` stands for. */
export function levelOfArgument(argument: GoNode, semantics: SemanticModel): Level {
  const isConstant =
    argument.kind === "selector_expression" &&
    isLogrus(semantics.importOf(argument.operand)?.path ?? "");
  const name = isConstant ? LOG_LEVELS.exec(argument.field.text)?.groups?.["name"] : null;
  return levelOfFunction(name ?? "") ?? { kind: "expression", node: argument };
}
