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

/** What it takes to say what a type name means where it stands in a file. */
export interface TypeContext {
  /** The file's text. */
  readonly text: string;
  /** The import path of the file's own package. */
  readonly importPath: string;
  lookUp(name: string, offset: number): DeclaredSymbol | null;
  /** The path of the import that a name means at an offset, or null if it means none. */
  importPathOf(name: string, offset: number): string | null;
  /** The type that a local type declaration stands for, with its type arguments. */
  localType(symbol: DeclaredSymbol, given: readonly GoType[]): GoType;
  /** The type that the name of a type parameter stands for. */
  typeParameter(symbol: DeclaredSymbol): GoType;
  /**
   * The import path of the package that declares a name which no scope of the file
   * declares; the empty string for Go's own names, null if it may be several.
   */
  declaringPackageOf(name: string): string | null;
}

/** The type that a type expression writes down. */
export function readType(node: GoNode, context: TypeContext): GoType {
  return read(node.range, context, (syntax) => syntax.whole());
}

/** The type of a function from its parameters and results. */
export function readFunction(
  node: FunctionDeclarationNode | FuncLiteralNode,
  context: TypeContext,
): GoType {
  const end = node.body?.range[0] ?? node.range[1];
  return node.kind === "func_literal"
    ? read([node.range[0], end], context, (syntax) => syntax.type())
    : read([node.name.range[1], end], context, (syntax) => syntax.function());
}

/** The type that a parameter has in its function. */
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

/** What names mean in types that stand in the file at hand. */
class NamesInFile implements TypeNames {
  readonly #context: TypeContext;

  constructor(context: TypeContext) {
    this.#context = context;
  }

  typeNamed(name: string, offset: number, given?: readonly GoType[]): GoType {
    const context = this.#context;
    if (name === "_") return unknown("'_' is not a name");
    const symbol = context.lookUp(name, offset);
    if (!symbol) {
      const home = context.declaringPackageOf(name);
      return home === null
        ? unknown(`'${name}' may come from a dot import`)
        : named(home, name, given);
    }
    switch (symbol.kind) {
      case "type":
        return symbol.packageLevel
          ? named(context.importPath, name, given)
          : context.localType(symbol, given ?? []);
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
    given?: readonly GoType[],
  ): GoType {
    const path = this.#context.importPathOf(qualifier, offset);
    if (path !== null) return named(path, name, given);
    const symbol = this.#context.lookUp(qualifier, offset);
    return unknown(
      symbol
        ? `'${qualifier}' is a ${symbol.kind}, not a package`
        : `no import of this file is known to be package '${qualifier}'`,
    );
  }
}
