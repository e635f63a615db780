import type {
  FieldDeclarationNode,
  InterfaceTypeNode,
  ParameterListNode,
  StructTypeNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import { parametersOf } from "./parameters.ts";
import type { Binding } from "./scopes.ts";
import { named, unknown, type Field, type FunctionType, type GoType } from "./types.ts";

/** What it takes to say what a type name means where it stands. */
export interface TypeContext {
  /** The import path of the file's own package. */
  readonly importPath: string;
  lookUp(name: string, offset: number): Binding | null;
  /** The path of the import that a name means at an offset, or null if it means none. */
  importPathOf(name: string, offset: number): string | null;
  /** The type a local type declaration stands for. */
  localType(binding: Binding): GoType;
  /**
   * The import path of the package that declares a name which no scope of the file
   * declares; the empty string for Go's own names, null if it may be several.
   */
  homeOf(name: string): string | null;
}

/** Deeper than any type that a person wrote; it keeps a hostile file from the stack's end. */
const MAX_DEPTH = 200;

let depth = 0;

/** The type that a type expression writes down. */
export function readType(node: GoNode, context: TypeContext): GoType {
  if (depth >= MAX_DEPTH) return unknown("the type is nested too deeply");
  depth += 1;
  try {
    return read(node, context);
  } finally {
    depth -= 1;
  }
}

function read(node: GoNode, context: TypeContext): GoType {
  switch (node.kind) {
    case "type_identifier":
    case "identifier":
      return readTypeName(node.text, node.range[0], context);
    case "qualified_type":
      return readQualified(node.package.text, node.name.text, node.range[0], context);
    case "selector_expression":
      return node.operand.kind === "identifier"
        ? readQualified(node.operand.text, node.field.text, node.range[0], context)
        : unknown(`'${node.text}' is not a type name`);
    case "generic_type":
      return readType(node.type, context);
    case "pointer_type": {
      const element = node.namedChildren[0];
      return element
        ? { kind: "pointer", element: readType(element, context) }
        : malformed(node);
    }
    case "parenthesized_type":
    case "type_elem":
    case "type_constraint": {
      const [inner, ...others] = node.namedChildren.filter((child) => child.kind !== "comment");
      return inner && others.length === 0
        ? readType(inner, context)
        : unknown("a union of types has no one type");
    }
    case "slice_type":
      return { kind: "slice", element: readType(node.element, context) };
    case "array_type":
    case "implicit_length_array_type":
      return { kind: "array", element: readType(node.element, context) };
    case "channel_type":
      return { kind: "channel", element: readType(node.value, context) };
    case "map_type":
      return {
        kind: "map",
        key: readType(node.key, context),
        element: readType(node.value, context),
      };
    case "function_type":
      return readFunction(node, context);
    case "struct_type":
      return { kind: "struct", fields: readFields(node, context) };
    case "interface_type":
      return readInterface(node, context);
    default:
      return malformed(node);
  }
}

/** A function's type from the node of its result. */
function readSignature(result: GoNode | null, context: TypeContext): FunctionType {
  if (!result) return { kind: "function", results: [] };
  if (result.kind !== "parameter_list") {
    return { kind: "function", results: [readType(result, context)] };
  }
  return { kind: "function", results: readParameters(result, context) };
}

/** The type of a function from its parameters and results. */
export function readFunction(
  { parameters, result }: SignatureNode,
  context: TypeContext,
): FunctionType {
  const type = readSignature(result, context);
  const yields = result ? null : readYields(parameters, context);
  return yields ? { ...type, yields } : type;
}

/** Anything that writes down parameters and results. */
interface SignatureNode {
  readonly parameters: ParameterListNode;
  readonly result: GoNode | null;
}

/** The parameters of `yield` in `func(yield func(K, V) bool)`, or null if it is no such list. */
function readYields(list: ParameterListNode, context: TypeContext): GoType[] | null {
  const [only, ...others] = parametersOf(list);
  if (!only || others.length > 0 || only.declaration.kind !== "parameter_declaration")
    return null;
  const { type } = only.declaration;
  if (type.kind !== "function_type" || type.result?.text !== "bool") return null;
  return readParameters(type.parameters, context);
}

function readParameters(list: ParameterListNode, context: TypeContext): GoType[] {
  const types = new Map<GoNode, GoType>();
  return parametersOf(list).map(({ declaration }) => {
    const type = types.get(declaration) ?? readType(declaration.type, context);
    types.set(declaration, type);
    return type;
  });
}

function readTypeName(name: string, offset: number, context: TypeContext): GoType {
  const binding = context.lookUp(name, offset);
  if (!binding) {
    const home = context.homeOf(name);
    return home === null ? unknown(`'${name}' may come from a dot import`) : named(home, name);
  }
  switch (binding.kind) {
    case "type":
      return binding.packageLevel
        ? named(context.importPath, name)
        : context.localType(binding);
    case "type parameter":
      return unknown(`'${name}' is a type parameter`);
    default:
      return unknown(`'${name}' is a ${binding.kind}, not a type`);
  }
}

function readQualified(
  qualifier: string,
  name: string,
  offset: number,
  context: TypeContext,
): GoType {
  const path = context.importPathOf(qualifier, offset);
  if (path !== null) return named(path, name);
  const binding = context.lookUp(qualifier, offset);
  return unknown(
    binding
      ? `'${qualifier}' is a ${binding.kind}, not a package`
      : `no import of this file is known to be package '${qualifier}'`,
  );
}

function readFields(struct: StructTypeNode, context: TypeContext): Field[] {
  const list = struct.namedChildren.find((child) => child.kind === "field_declaration_list");
  const declarations = (list?.namedChildren ?? []).filter(
    (child): child is FieldDeclarationNode => child.kind === "field_declaration",
  );
  return declarations.flatMap((declaration): Field[] => {
    const type = readType(declaration.type, context);
    if (declaration.name.length > 0) {
      return declaration.name.map((name) => ({ name: name.text, type, embedded: false }));
    }
    const pointer = declaration.text.startsWith("*");
    const name = embeddedName(declaration.type);
    return [
      { name, type: pointer ? { kind: "pointer", element: type } : type, embedded: true },
    ];
  });
}

/** An embedded field is called by its type's name. */
function embeddedName(type: GoNode): string {
  switch (type.kind) {
    case "qualified_type":
      return type.name.text;
    case "generic_type":
      return embeddedName(type.type);
    default:
      return type.text;
  }
}

function readInterface(node: InterfaceTypeNode, context: TypeContext): GoType {
  const methods = new Map<string, FunctionType>();
  const embedded: GoType[] = [];
  for (const child of node.namedChildren) {
    if (child.kind === "method_elem") {
      methods.set(child.name.text, readFunction(child, context));
    } else if (child.kind === "type_elem") {
      embedded.push(readType(child, context));
    }
  }
  return { kind: "interface", methods, embedded };
}

function malformed(node: GoNode): GoType {
  return unknown(`'${node.text.slice(0, 40)}' is not a type`);
}
