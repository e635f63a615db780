import type {
  FuncLiteralNode,
  FunctionDeclarationNode,
  ParameterDeclarationNode,
  VariadicParameterDeclarationNode,
} from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";
import { readSyntax, type TypeNames, type TypeSyntax } from "./type-syntax.ts";
import { named, unknown, type GoType } from "./go-type.ts";

/** The meanings of type names in a file. */
export interface TypeContext {
  /** The file's text. */
  readonly text: string;
  /** The import path of the file's own package. */
  readonly importPath: string;
  lookUp(name: string, offset: number): DeclaredSymbol | null;
  /**
   * Returns the path of the import that a name refers to at an offset, in UTF-16 units, or
   * null.
   */
  importPathOf(name: string, offset: number): string | null;
  /** Returns the underlying type of a type that is declared in a function, with type arguments. */
  localType(symbol: DeclaredSymbol, typeArguments: readonly GoType[]): GoType;
  /** Returns the type parameter that a symbol declares. */
  typeParameter(symbol: DeclaredSymbol): GoType;
  /**
   * Returns the import path of the package that declares a name which no scope of the file
   * declares; the empty string for the universe, null if there are several candidates.
   */
  declaringPackageOf(name: string): string | null;
}

/** Returns the type that a type expression denotes. */
export function readType(node: GoNode, context: TypeContext): GoType {
  return read(node.range, context, (syntax) => syntax.whole());
}

/** Returns the type of a function from its parameters and results. */
export function readFunction(
  node: FunctionDeclarationNode | FuncLiteralNode,
  context: TypeContext,
): GoType {
  const end = node.body?.range[0] ?? node.range[1];
  return node.kind === "func_literal"
    ? read([node.range[0], end], context, (syntax) => syntax.type())
    : read([node.name.range[1], end], context, (syntax) => syntax.function());
}

/** Returns the type of a parameter inside its function. */
export function readParameter(
  { kind, type }: ParameterDeclarationNode | VariadicParameterDeclarationNode,
  context: TypeContext,
): GoType {
  const written = readType(type, context);
  return kind === "variadic_parameter_declaration"
    ? { kind: "slice", element: written }
    : written;
}

function read(
  range: readonly [number, number],
  context: TypeContext,
  reading: (syntax: TypeSyntax) => GoType,
): GoType {
  return readSyntax(context.text, range, new NamesInFile(context), reading);
}

/** The meanings of names in types of the file at hand. */
class NamesInFile implements TypeNames {
  readonly #context: TypeContext;

  constructor(context: TypeContext) {
    this.#context = context;
  }

  typeNamed(name: string, offset: number, typeArguments?: readonly GoType[]): GoType {
    const context = this.#context;
    if (name === "_") return unknown("'_' is not a name");
    const symbol = context.lookUp(name, offset);
    if (!symbol) {
      const declaringPackage = context.declaringPackageOf(name);
      return declaringPackage === null
        ? unknown(`'${name}' may come from a dot import`)
        : named(declaringPackage, name, typeArguments);
    }
    switch (symbol.kind) {
      case "type":
        return symbol.packageLevel
          ? named(context.importPath, name, typeArguments)
          : context.localType(symbol, typeArguments ?? []);
      case "type parameter":
        return context.typeParameter(symbol);
      default:
        return unknown(`'${name}' is a ${symbol.kind}, not a type`);
    }
  }

  qualified(
    qualifier: string,
    name: string,
    offset: number,
    typeArguments?: readonly GoType[],
  ): GoType {
    const path = this.#context.importPathOf(qualifier, offset);
    if (path !== null) return named(path, name, typeArguments);
    const symbol = this.#context.lookUp(qualifier, offset);
    return unknown(
      symbol
        ? `'${qualifier}' is a ${symbol.kind}, not a package`
        : `no import of this file is known to be package '${qualifier}'`,
    );
  }
}
