import type { GoNode } from "../syntax/node.ts";
import { readType, type TypeContext } from "./declared-types.ts";
import type { PackageSource } from "./packages.ts";
import { named, type GoType } from "./types.ts";

/** More pointers than any type has that a person wrote. */
const MAX_POINTERS = 20;

/**
 * The type that stands where an expression may stand, as the `T` of `T(x)`, or null
 * if it is not known to be a type: it may be declared in another file.
 */
export function typeNamed(
  node: GoNode,
  context: TypeContext,
  packages: PackageSource,
): GoType | null {
  let current: GoNode | undefined = node;
  let pointers = 0;
  while (current) {
    if (current.kind === "parenthesized_expression" || current.kind === "parenthesized_type") {
      [current] = current.namedChildren;
    } else if (current.kind === "unary_expression" && current.operator.text === "*") {
      current = current.operand;
      pointers += 1;
    } else if (current.kind === "generic_type") {
      current = current.type;
    } else {
      break;
    }
  }
  let type = current && pointers <= MAX_POINTERS ? plainType(current, context, packages) : null;
  for (; type && pointers > 0; pointers -= 1) type = { kind: "pointer", element: type };
  return type;
}

function plainType(node: GoNode, context: TypeContext, packages: PackageSource): GoType | null {
  switch (node.kind) {
    case "identifier":
    case "type_identifier": {
      const binding = context.lookUp(node.text, node.range[0]);
      const isType = binding
        ? binding.kind === "type"
        : packages.packageOf(context.homeOf(node.text) ?? "")?.types.has(node.text);
      return isType ? readType(node, context) : null;
    }
    case "selector_expression":
      return selectedType(node.operand, node.field.text, context, packages);
    case "qualified_type":
      return selectedType(node.package, node.name.text, context, packages);
    case "pointer_type":
    case "slice_type":
    case "array_type":
    case "map_type":
    case "channel_type":
    case "function_type":
    case "interface_type":
    case "struct_type":
      return readType(node, context);
    default:
      return null;
  }
}

function selectedType(
  operand: GoNode,
  name: string,
  context: TypeContext,
  packages: PackageSource,
): GoType | null {
  const path = importPathOf(operand, context);
  return path !== null && packages.packageOf(path)?.types.has(name) ? named(path, name) : null;
}

/** The path of the import that an expression names, or null if it names none. */
export function importPathOf(node: GoNode, context: TypeContext): string | null {
  if (node.kind !== "identifier" && node.kind !== "package_identifier") return null;
  return context.importPathOf(node.text, node.range[0]);
}
