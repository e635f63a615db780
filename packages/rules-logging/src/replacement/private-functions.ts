import {
  calleeOf,
  usesOf,
  withoutPointer,
  type DeclaredSymbol,
  type CallExpressionNode,
  type FuncLiteralNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
  type MethodDeclarationNode,
} from "@gopherwood/core";
import { PackageTexts } from "./package-texts.ts";
import type { AnyFunction } from "./parameters.ts";

/** The functions of a file that nothing outside of it can call. */
export class PrivateFunctions {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;
  readonly #others: PackageTexts;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
    this.#others = new PackageTexts(sourceCode);
  }

  /** Why a name of the package may be used outside of the file, or null. */
  usedOutside(name: string): string | null {
    if (!/^[\p{Ll}_]/u.test(name) && this.#semantics.packageName !== "main") {
      return `'${name}' is exported`;
    }
    const file = this.#others.fileWith(name);
    return file === null ? null : `'${name}' is used in ${file} as well`;
  }

  /** All calls of a function, or why they are not known. */
  callsOf(called: AnyFunction): readonly CallExpressionNode[] | string {
    switch (called.kind) {
      case "func_literal":
        return this.#callsOfLiteral(called);
      case "function_declaration": {
        const symbol = this.#semantics.resolve(called.name);
        if (symbol === null || symbol.isUniverse) return "its function has no name";
        return this.usedOutside(called.name.text) ?? this.#callsOfName(symbol);
      }
      default:
        return this.usedOutside(called.name.text) ?? this.#callsOfMethod(called);
    }
  }

  /** The function of this file that a call calls, or where it is. */
  calledBy(call: CallExpressionNode): AnyFunction | string {
    const callee = call.function;
    if (callee.kind === "func_literal") return callee;
    const where = `'${callee.text.replace(/\s+/gu, "")}'`;
    if (callee.kind === "identifier") {
      const symbol = this.#semantics.resolve(callee);
      if (symbol !== null && !symbol.isUniverse) {
        if (symbol.declaration.kind === "function_declaration") return symbol.declaration;
        return literalOf(symbol) ?? `${where}, a variable`;
      }
    }
    const name = callee.kind === "selector_expression" ? callee.field.text : callee.text;
    if (callee.kind === "selector_expression") {
      const method = this.#methodOf(call);
      if (method) return method;
      if (this.#semantics.importOf(callee.operand)) return where;
    }
    const file = this.#others.fileThatDeclares(name);
    return file === null ? where : `${where} of ${file}`;
  }

  #methodOf(call: CallExpressionNode): MethodDeclarationNode | null {
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind !== "method" || callee.receiver.importPath !== this.#semantics.importPath) {
      return null;
    }
    const methods = this.#sourceCode.tree.nodesOfKind(["method_declaration"]);
    const found = methods.find(
      (node) =>
        node.kind === "method_declaration" &&
        node.name.text === callee.name &&
        receiverOf(node) === callee.receiver.name,
    );
    return found?.kind === "method_declaration" ? found : null;
  }

  #callsOfLiteral(literal: FuncLiteralNode): readonly CallExpressionNode[] | string {
    const { parent } = literal;
    if (parent?.kind === "call_expression" && parent.function === literal) return [parent];
    const [name, ...others] =
      parent?.parent?.kind === "short_var_declaration" ? parent.parent.left.namedChildren : [];
    const symbol = name && others.length === 0 ? this.#semantics.resolve(name) : null;
    if (symbol === null || symbol.isUniverse) return "its function is a value";
    return this.#callsOfName(symbol);
  }

  #callsOfName(symbol: DeclaredSymbol): readonly CallExpressionNode[] | string {
    const calls: CallExpressionNode[] = [];
    for (const use of usesOf(symbol, this.#semantics, this.#sourceCode)) {
      const { parent } = use;
      if (parent?.kind !== "call_expression" || parent.function !== use) {
        return `'${symbol.name}' is more than called`;
      }
      calls.push(parent);
    }
    return calls;
  }

  #callsOfMethod(method: MethodDeclarationNode): readonly CallExpressionNode[] | string {
    const receiver = receiverOf(method);
    const name = method.name.text;
    const calls: CallExpressionNode[] = [];
    for (const node of this.#sourceCode.tree.nodesOfKind(["field_identifier"])) {
      if (node.text !== name || node === method.name) continue;
      const { parent } = node;
      if (parent?.kind === "method_declaration" && parent.name === node) continue;
      if (parent?.kind !== "selector_expression" || parent.field !== node) {
        return `'${name}' is the name of something else as well`;
      }
      const type = withoutPointer(this.#semantics.typeOf(parent.operand));
      const owner = type.kind === "named" ? this.#semantics.ownerOf(type, name) : null;
      if (!owner) return `'${parent.text}' may be another '${name}'`;
      if (owner.importPath !== this.#semantics.importPath || owner.name !== receiver) continue;
      if (parent.parent?.kind !== "call_expression" || parent.parent.function !== parent) {
        return `'${name}' is more than called`;
      }
      calls.push(parent.parent);
    }
    return calls;
  }
}

/** The function that a variable is, which never becomes another one. */
function literalOf({ declaration }: DeclaredSymbol): FuncLiteralNode | null {
  if (declaration.kind !== "short_var_declaration") return null;
  const [value, ...others] = declaration.right.namedChildren;
  return value?.kind === "func_literal" && others.length === 0 ? value : null;
}

/** The name of the type that a method belongs to. */
function receiverOf({ receiver }: MethodDeclarationNode): string | null {
  const [declaration] = receiver.namedChildren;
  if (declaration?.kind !== "parameter_declaration") return null;
  const { type } = declaration;
  const named: GoNode | undefined = type.kind === "pointer_type" ? type.namedChildren[0] : type;
  return named?.kind === "type_identifier" ? named.text : null;
}
