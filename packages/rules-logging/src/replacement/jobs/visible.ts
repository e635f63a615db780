import {
  initializerOf,
  type DeclaredSymbol,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import type { Jobs } from "../../jobs/jobs.ts";
import { isWithin } from "../../jobs/step-loggers.ts";

/** What is declared inside of functions and can be named at a node, the latest first. */
export function visibleValues(node: GoNode, semantics: SemanticModel): DeclaredSymbol[] {
  return semantics
    .visibleAt(node.range[0])
    .filter(({ kind, name }) => name !== "_" && kind !== "type" && kind !== "type parameter")
    .toSorted((a, b) => b.visibleFrom - a.visibleFrom);
}

/** True if a declaration stands outside of the step's closure that a node stands in. */
export function isOutsideStep(
  declaration: GoNode,
  node: GoNode,
  jobs: Jobs,
  semantics: SemanticModel,
): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind !== "func_literal") continue;
    if (isWithin(declaration, parent)) return false;
    if (isStep(parent, jobs, semantics)) return true;
  }
  return false;
}

function isStep(closure: GoNode, jobs: Jobs, semantics: SemanticModel): boolean {
  const { parent } = closure;
  const call = parent?.parent;
  if (parent?.kind === "argument_list" && call) return jobs.isCall(call, "RunStep");
  // A closure with a name is a step if it is given to one.
  const statement = parent?.kind === "expression_list" ? parent.parent : null;
  const name =
    statement?.kind === "short_var_declaration" ? statement.left.namedChildren[0] : undefined;
  if (!name || initializerOf(name, semantics) !== closure) return false;
  return jobs
    .callsIn(rootOf(closure), "RunStep")
    .some(({ arguments: given }) =>
      given.namedChildren.some((value) => jobs.means(value, name)),
    );
}

function rootOf(node: GoNode): GoNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}
