import type {
  FieldDeclarationNode,
  FuncLiteralNode,
  FunctionDeclarationNode,
  FunctionTypeNode,
  InterfaceTypeNode,
  MethodDeclarationNode,
  MethodElemNode,
  ParameterListNode,
  StructTypeNode,
  TypeParameterListNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import { parametersOf, type Parameter } from "./parameters.ts";
import type { Binding } from "./scopes.ts";
import {
  named,
  unknown,
  type Field,
  type FunctionType,
  type GoType,
  type TypeParameter,
} from "./types.ts";

/** What it takes to say what a type name means where it stands. */
export interface TypeContext {
  /** The import path of the file's own package. */
  readonly importPath: string;
  lookUp(name: string, offset: number): Binding | null;
  /** The path of the import that a name means at an offset, or null if it means none. */
  importPathOf(name: string, offset: number): string | null;
  /** The type that a local type declaration stands for, with its type arguments. */
  localType(binding: Binding, given: readonly GoType[]): GoType;
  /** The type that the name of a type parameter stands for. */
  typeParameter(binding: Binding): GoType;
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
      return readInstance(node.type, partsOf(node.type_arguments), context);
    case "index_expression":
      // What the grammar takes for an index may be a type argument, and `*` for an operator.
      return readInstance(node.operand, [node.index], context);
    case "type_instantiation_expression":
      return readInstance(node.type, partsOf(node).slice(1), context);
    case "unary_expression":
      return node.operator.text === "*"
        ? { kind: "pointer", element: readType(node.operand, context) }
        : malformed(node);
    case "pointer_type": {
      const element = node.namedChildren[0];
      return element
        ? { kind: "pointer", element: readType(element, context) }
        : malformed(node);
    }
    case "negated_type": {
      const underlying = node.namedChildren[0];
      return underlying ? ofUnderlying(readType(underlying, context)) : malformed(node);
    }
    case "parenthesized_expression":
    case "parenthesized_type":
    case "type_elem":
    case "type_constraint": {
      const [inner, ...others] = partsOf(node);
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

function partsOf(node: GoNode): GoNode[] {
  return node.namedChildren.filter((child) => child.kind !== "comment");
}

/** A generic type with type arguments. */
function readInstance(
  type: GoNode,
  typeArguments: readonly GoNode[],
  context: TypeContext,
): GoType {
  if (type.kind === "negated_type") {
    const [inner] = type.namedChildren;
    return inner ? ofUnderlying(readInstance(inner, typeArguments, context)) : malformed(type);
  }
  const given = typeArguments.map((argument) => readType(argument, context));
  const binding = isName(type) ? context.lookUp(type.text, type.range[0]) : null;
  if (binding?.kind === "type" && !binding.packageLevel) {
    return context.localType(binding, given);
  }
  const generic = readType(type, context);
  return generic.kind === "named" ? { ...generic, arguments: given } : generic;
}

function isName({ kind }: GoNode): boolean {
  return kind === "type_identifier" || kind === "identifier";
}

/** The constraint `~T`. */
function ofUnderlying(underlying: GoType): GoType {
  return { kind: "interface", methods: new Map(), embedded: [], underlying };
}

/** What a list in brackets declares, in its order. */
export function readTypeParameters(
  list: TypeParameterListNode | null,
  context: TypeContext,
): TypeParameter[] {
  return (list?.namedChildren ?? []).flatMap((declaration) => {
    if (declaration.kind !== "type_parameter_declaration") return [];
    const constraint = readType(declaration.type, context);
    return declaration.name.map((name) => ({ name: name.text, constraint }));
  });
}

/** Anything that writes down parameters and results. */
type SignatureNode =
  | FuncLiteralNode
  | FunctionDeclarationNode
  | FunctionTypeNode
  | MethodDeclarationNode
  | MethodElemNode;

/** The type of a function from its parameters and results. */
export function readFunction(node: SignatureNode, context: TypeContext): FunctionType {
  const { result } = node;
  const results =
    result?.kind === "parameter_list"
      ? readParameters(result, context)
      : result
        ? [readType(result, context)]
        : [];
  const type: FunctionType = { kind: "function", results };
  if (!needsParameters(node)) return type;
  const list = parametersOf(node.parameters);
  const variadic = list.at(-1)?.declaration.kind === "variadic_parameter_declaration";
  const parameters = readParameters(node.parameters, context);
  const known = { ...type, parameters, ...(variadic ? { variadic } : {}) };
  return node.kind === "function_declaration" && node.type_parameters
    ? { ...known, typeParameters: readTypeParameters(node.type_parameters, context) }
    : known;
}

/**
 * The parameters of most functions are not read: they say nothing about the type of a
 * call, and name many other packages.
 */
function needsParameters(node: SignatureNode): boolean {
  switch (node.kind) {
    case "func_literal":
    case "function_type":
      return true;
    case "function_declaration":
      return node.type_parameters !== null || mayBeIterator(node);
    default:
      return mayBeIterator(node);
  }
}

/** True for `func(yield func(...) ...)`. */
function mayBeIterator({ parameters, result }: SignatureNode): boolean {
  if (result || !parameters.text.includes("func")) return false;
  const [only, ...others] = parametersOf(parameters);
  return only?.declaration.type.kind === "function_type" && others.length === 0;
}

function readParameters(list: ParameterListNode, context: TypeContext): GoType[] {
  const types = new Map<GoNode, GoType>();
  return parametersOf(list).map(({ declaration }) => {
    const type = types.get(declaration) ?? readParameter(declaration, context);
    types.set(declaration, type);
    return type;
  });
}

/** The type that a parameter has in its function. */
export function readParameter(
  { kind, type }: Parameter["declaration"],
  context: TypeContext,
): GoType {
  const written = readType(type, context);
  return kind === "variadic_parameter_declaration"
    ? { kind: "slice", element: written }
    : written;
}

function readTypeName(name: string, offset: number, context: TypeContext): GoType {
  if (name === "_") return unknown("'_' is not a name");
  const binding = context.lookUp(name, offset);
  if (!binding) {
    const home = context.homeOf(name);
    return home === null ? unknown(`'${name}' may come from a dot import`) : named(home, name);
  }
  switch (binding.kind) {
    case "type":
      return binding.packageLevel
        ? named(context.importPath, name)
        : context.localType(binding, []);
    case "type parameter":
      return context.typeParameter(binding);
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
