import { argumentsOf, type GoNode } from "@gopherwood/core";

/**
 * Returns true for code in a migration that is written as a value: an element of a literal
 * whose type is called a migration, or a function that a call registers as one.
 */
export function isInWrittenMigration(node: GoNode): boolean {
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
  return false;
}

/** Returns true for `[]*gormigrate.Migration`, `goose.AddMigration` and `migrations.InitSchema`. */
function isMigration({ text }: GoNode): boolean {
  return /migration/iu.test(text);
}
