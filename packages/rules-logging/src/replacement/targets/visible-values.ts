import {
  contains,
  initializerOf,
  type DeclaredSymbol,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import type { Jobs } from "../../jobs/jobs.ts";
import { topLevelDeclarationOf } from "../text.ts";

/** Returns what functions declare and a node can name, types apart, the latest first. */
export function visibleValues(node: GoNode, semantics: SemanticModel): DeclaredSymbol[] {
  return semantics
    .visibleAt(node.range[0])
    .filter(({ kind, name }) => name !== "_" && kind !== "type" && kind !== "type parameter")
    .toSorted((a, b) => b.visibleFrom - a.visibleFrom);
}

/** Returns true if a declaration stands outside of the step's closure that a node stands in. */
export function isOutsideStep(
  declaration: GoNode,
  node: GoNode,
  jobs: Jobs,
  semantics: SemanticModel,
): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind !== "func_literal") continue;
    if (contains(parent, declaration)) return false;
    if (isStep(parent, jobs, semantics)) return true;
  }
  return false;
}

function isStep(closure: GoNode, jobs: Jobs, semantics: SemanticModel): boolean {
  const { parent } = closure;
  const call = parent?.parent;
  if (parent?.kind === "argument_list" && call) return jobs.isCall(call, "RunStep");
  // A closure with a name is a step if it is the argument of one.
  const statement = parent?.kind === "expression_list" ? parent.parent : null;
  const name =
    statement?.kind === "short_var_declaration" ? statement.left.namedChildren[0] : undefined;
  if (!name || initializerOf(name, semantics) !== closure) return false;
  return jobs
    .callsIn(topLevelDeclarationOf(closure), "RunStep")
    .some((step) => step.arguments.namedChildren.some((value) => jobs.means(value, name)));
}
