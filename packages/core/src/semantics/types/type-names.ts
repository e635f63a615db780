import type { GoNode } from "../../syntax/node.ts";
import { readType, type TypeContext } from "./declared-types.ts";
import type { PackageSource } from "./package-declarations.ts";
import type { GoType } from "./go-type.ts";
import { isUniverseType } from "../scopes/universe.ts";

/**
 * Returns the type that an expression names, as the `T` of `T(x)`, or null if it is not known
 * to be a type: it may be declared in another file.
 */
export function typeNamed(
  node: GoNode,
  context: TypeContext,
  packages: PackageSource,
): GoType | null {
  return isType(headOf(node), context, packages) ? readType(node, context) : null;
}

/**
 * Returns the name in a type expression, without pointers, parentheses and type arguments; the
 * expression itself if it is another type.
 */
function headOf(node: GoNode): GoNode {
  let head = node;
  for (;;) {
    let inner: GoNode | undefined;
    switch (head.kind) {
      case "parenthesized_expression":
      case "parenthesized_type":
        [inner] = head.namedChildren;
        break;
      case "unary_expression":
        inner = head.operator.text === "*" ? head.operand : undefined;
        break;
      case "generic_type":
      case "type_instantiation_expression":
        inner = head.type;
        break;
      case "index_expression":
        inner = head.operand;
        break;
      default:
    }
    if (!inner) return head;
    head = inner;
  }
}

function isType(node: GoNode, context: TypeContext, packages: PackageSource): boolean {
  switch (node.kind) {
    case "identifier":
    case "type_identifier": {
      const symbol = context.lookUp(node.text, node.range[0]);
      if (symbol) return symbol.kind === "type" || symbol.kind === "type parameter";
      const declaringPackage = context.declaringPackageOf(node.text) ?? "";
      return declaringPackage === ""
        ? isUniverseType(node.text)
        : (packages.packageOf(declaringPackage)?.types.has(node.text) ?? false);
    }
    case "selector_expression":
      return isSelectedType(node.operand, node.field.text, context, packages);
    case "qualified_type":
      return isSelectedType(node.package, node.name.text, context, packages);
    case "pointer_type":
    case "slice_type":
    case "array_type":
    case "map_type":
    case "channel_type":
    case "function_type":
    case "interface_type":
    case "struct_type":
      return true;
    default:
      return false;
  }
}

function isSelectedType(
  operand: GoNode,
  name: string,
  context: TypeContext,
  packages: PackageSource,
): boolean {
  const path = importPathOf(operand, context);
  return path !== null && (packages.packageOf(path)?.types.has(name) ?? false);
}

/** Returns the path of the import that an expression refers to, or null. */
export function importPathOf(node: GoNode, context: TypeContext): string | null {
  if (node.kind !== "identifier" && node.kind !== "package_identifier") return null;
  return context.importPathOf(node.text, node.range[0]);
}
