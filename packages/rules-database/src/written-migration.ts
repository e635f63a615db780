import { argumentsOf, enclosingSymbol, type GoNode, type SyntaxTree } from "@gopherwood/core";

/**
 * Returns true for code in a migration that is written as a value or a function: an element of a
 * literal whose type is called a migration, a function that a call registers as one, or one whose
 * name says so, as `migrateV1ToV2`.
 */
export function isInWrittenMigration(node: GoNode, tree: SyntaxTree): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.kind === "composite_literal" && isMigration(outer.type)) return true;
    if (
      outer.kind === "argument_list" &&
      inner.kind === "func_literal" &&
      outer.parent?.kind === "call_expression" &&
      argumentsOf(outer.parent).includes(inner) &&
      isMigration(outer.parent.function)
    )
      return true;
  }
  const symbol = enclosingSymbol(node);
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  return (
    /^[Mm]igrat(?:e|ions?)(?![a-z])|Migrations?$/u.test(name) ||
    tree
      .nodesOfKind(["call_expression"])
      .some(
        (call) =>
          isMigration(call.function) && argumentsOf(call).some(({ text }) => text === name),
      )
  );
}

/** Returns true for `[]*gormigrate.Migration`, `goose.AddMigration` and `migrations.InitSchema`. */
function isMigration({ text }: GoNode): boolean {
  return /migration/iu.test(text);
}
