import {
  calleeOf,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";
import { pathsOf } from "../../loggers/known-loggers.ts";

/** Returns true for the import path of logrus. */
export function isLogrus(importPath: string): boolean {
  return pathsOf("logrus").includes(importPath);
}

/** Returns true for a package whose functions write records with its one standard logger. */
export function hasStandardLogger(importPath: string): boolean {
  return isLogrus(importPath) || importPath === "log" || importPath === "fmt";
}

/** Returns the import path of the package that declares a function or method; null if unknown. */
export function declaringPackageOf(callee: Callee): string | null {
  if (callee.kind === "unknown") return null;
  return callee.kind === "function" ? callee.importPath : callee.receiver.importPath;
}

/** Returns true for a call of a function of logrus, or a conversion to a type of it. */
export function isCallToLogrus(
  call: CallExpressionNode,
  name: string,
  semantics: SemanticModel,
): boolean {
  const callee = calleeOf(call, semantics);
  return callee.kind === "function" && callee.name === name && isLogrus(callee.importPath);
}
