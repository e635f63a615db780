import type { MethodDeclarationNode } from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import { readType, type TypeContext } from "./declared-types.ts";
import type { PackageSource } from "./package-declarations.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";
import { instanceOf } from "./substitution.ts";
import { unknown, withoutPointer, type GoType, type ParameterType } from "./go-type.ts";

/** The type parameters of one file. */
export class TypeParameters {
  readonly #context: TypeContext;
  readonly #packages: PackageSource;
  readonly #types = new Map<DeclaredSymbol, ParameterType>();
  readonly #symbols = new Map<ParameterType, DeclaredSymbol>();
  readonly #constraints = new Map<ParameterType, GoType>();

  constructor(context: TypeContext, packages: PackageSource) {
    this.#context = context;
    this.#packages = packages;
  }

  /** Returns the type parameter that a symbol declares. */
  typeOf(symbol: DeclaredSymbol): ParameterType {
    let type = this.#types.get(symbol);
    if (!type) {
      type = { kind: "parameter", name: symbol.name, index: indexOf(symbol) };
      this.#types.set(symbol, type);
      this.#symbols.set(type, symbol);
    }
    return type;
  }

  constraintOf(type: ParameterType): GoType {
    let constraint = this.#constraints.get(type);
    if (!constraint) {
      const symbol = this.#symbols.get(type);
      constraint = symbol
        ? this.#readConstraint(symbol, type.index)
        : unknown(`'${type.name}' is a type parameter of another declaration`);
      this.#constraints.set(type, constraint);
    }
    return constraint;
  }

  #readConstraint({ declaration, name }: DeclaredSymbol, index: number): GoType {
    if (declaration.kind === "type_parameter_declaration") {
      return readType(declaration.type, this.#context);
    }
    // The receiver names it, and the type's own declaration says what it is.
    const written = declaration.kind === "method_declaration" && receiverType(declaration);
    const receiver = written ? withoutPointer(readType(written, this.#context)) : null;
    const typeParameters =
      receiver?.kind === "named" &&
      this.#packages.packageOf(receiver.importPath)?.types.get(receiver.name)?.typeParameters;
    const parameter = typeParameters ? typeParameters[index] : undefined;
    return parameter && receiver?.kind === "named"
      ? instanceOf(parameter.constraint, receiver.arguments)
      : unknown(`what '${name}' may be is declared in a file that was not read`);
  }
}

/** Returns the index of a type parameter in the list or receiver that declares it. */
function indexOf({ declaration, node }: DeclaredSymbol): number {
  if (declaration.kind === "method_declaration") {
    const names = instancesIn(receiverType(declaration));
    return names.indexOf(node);
  }
  const { parent } = declaration;
  const names = (parent?.namedChildren ?? []).flatMap((child) =>
    child.kind === "type_parameter_declaration" ? child.name : [],
  );
  return (names as readonly GoNode[]).indexOf(node);
}

function receiverType(method: MethodDeclarationNode): GoNode | null {
  const parameter = method.receiver.namedChildren[0];
  return parameter?.kind === "parameter_declaration" ? parameter.type : null;
}

/** Returns the names in the brackets of the type of a receiver. */
function instancesIn(receiver: GoNode | null): (GoNode | undefined)[] {
  let type = receiver ?? undefined;
  while (type?.kind === "pointer_type" || type?.kind === "parenthesized_type") {
    type = type.namedChildren[0];
  }
  if (type?.kind !== "generic_type") return [];
  return type.type_arguments.namedChildren.map((argument) => argument.namedChildren[0]);
}
