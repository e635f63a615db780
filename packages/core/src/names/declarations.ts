import type { GoNode } from "../syntax/node.ts";
import type { PackageDeclarations, TypeDeclaration } from "./packages.ts";
import { readSignature, readType, type TypeContext } from "./declared-types.ts";
import { unknown, type FunctionType, type GoType } from "./types.ts";

/** The pieces of a file's package-level declarations, before they are a package's. */
export interface FileDeclarations {
  readonly packageName: string;
  readonly types: Map<string, Omit<TypeDeclaration, "methods">>;
  readonly methods: Map<string, Map<string, FunctionType>>;
  readonly functions: Map<string, FunctionType>;
  readonly values: Map<string, () => GoType>;
}

/**
 * Reads what a file declares at package level. Only declarations are read, never
 * a function's body.
 *
 * @param valueType The type of a variable or constant that is declared without one, from its value.
 */
export function readDeclarations(
  file: GoNode,
  context: TypeContext,
  valueType: (name: GoNode) => GoType,
): FileDeclarations {
  const found: FileDeclarations = {
    packageName: "",
    types: new Map(),
    methods: new Map(),
    functions: new Map(),
    values: new Map(),
  };
  let packageName = "";
  for (const node of file.namedChildren) {
    switch (node.kind) {
      case "package_clause":
        packageName = node.namedChildren[0]?.text ?? "";
        break;
      case "function_declaration":
        found.functions.set(node.name.text, readSignature(node.result, context));
        break;
      case "method_declaration":
        readMethod(node.receiver, node.name.text, readSignature(node.result, context), found);
        break;
      case "type_declaration":
        for (const spec of node.namedChildren) {
          if (spec.kind !== "type_spec" && spec.kind !== "type_alias") continue;
          found.types.set(spec.name.text, {
            name: spec.name.text,
            type: readType(spec.type, context),
            alias: spec.kind === "type_alias",
          });
        }
        break;
      case "var_declaration":
      case "const_declaration":
        for (const name of valueNames(node)) {
          found.values.set(name.text, () => valueType(name));
        }
        break;
      default:
    }
  }
  return { ...found, packageName };
}

/** A method belongs to the type that its receiver names, behind pointers and type parameters. */
function readMethod(
  receiver: GoNode,
  name: string,
  type: FunctionType,
  found: FileDeclarations,
): void {
  const parameter = receiver.namedChildren.find(
    (child) => child.kind === "parameter_declaration",
  );
  const owner = parameter && receiverTypeName(parameter.type);
  if (!owner) return;
  const methods = found.methods.get(owner) ?? new Map<string, FunctionType>();
  methods.set(name, type);
  found.methods.set(owner, methods);
}

function receiverTypeName(type: GoNode): string | null {
  let current: GoNode | undefined = type;
  while (current) {
    switch (current.kind) {
      case "type_identifier":
        return current.text;
      case "generic_type":
        current = current.type;
        break;
      case "pointer_type":
      case "parenthesized_type":
        [current] = current.namedChildren;
        break;
      default:
        return null;
    }
  }
  return null;
}

function valueNames(declaration: GoNode): GoNode[] {
  return declaration.namedChildren.flatMap((child) => {
    if (child.kind === "var_spec" || child.kind === "const_spec") return [...child.name];
    return child.kind === "var_spec_list" ? valueNames(child) : [];
  });
}

/** The declarations of several files of one package as one. */
export function mergeDeclarations(
  importPath: string,
  files: readonly FileDeclarations[],
  complete: boolean,
): PackageDeclarations {
  const types = new Map<string, TypeDeclaration>();
  const functions = new Map<string, FunctionType>();
  const values = new Map<string, () => GoType>();
  const methods = new Map<string, Map<string, FunctionType>>();
  for (const file of files) {
    for (const [owner, own] of file.methods) {
      methods.set(owner, new Map([...(methods.get(owner) ?? []), ...own]));
    }
    for (const [name, type] of file.functions) functions.set(name, type);
    for (const [name, type] of file.values) values.set(name, type);
  }
  for (const file of files) {
    for (const [name, type] of file.types) {
      types.set(name, { ...type, methods: methods.get(name) ?? new Map() });
      methods.delete(name);
    }
  }
  for (const [name, own] of methods) {
    const type = unknown(`type '${name}' is declared in a file that was not read`);
    types.set(name, { name, type, alias: false, methods: own });
  }
  return {
    importPath,
    name: files[0]?.packageName ?? "",
    types,
    functions,
    values,
    complete,
  };
}
