import type { SemanticModel, GoNode } from "@gopherwood/core";
import { isLogrus } from "../parse/logger-packages.ts";

const STRUCTS = /^(?:Entry|Logger)$/u;
const INTERFACES = /^(?:FieldLogger|Ext1FieldLogger)$/u;

/** Returns true for a type of logrus that `*slog.Logger` can replace. */
export function isLoggerType(type: GoNode, semantics: SemanticModel): boolean {
  const pointed = type.kind === "pointer_type" ? type.namedChildren[0] : null;
  const named = pointed ?? type;
  if (named.kind !== "qualified_type") return false;
  if (!isLogrus(semantics.importOf(named.package)?.path ?? "")) return false;
  return (pointed ? STRUCTS : INTERFACES).test(named.name.text);
}
