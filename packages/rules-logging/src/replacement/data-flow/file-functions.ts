import {
  calleeOf,
  usesOf,
  withoutPointer,
  type DeclaredSymbol,
  type CallExpressionNode,
  type FuncLiteralNode,
  type FunctionNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
  type MethodDeclarationNode,
} from "@gopherwood/core";
import { refuse, type Refusal } from "../refusal.ts";
import { SiblingFiles } from "./sibling-files.ts";

/** The call graph of one file, as far as nothing outside of it can call its functions. */
export class FileFunctions {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;
  readonly #siblings: SiblingFiles;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
    this.#siblings = new SiblingFiles(sourceCode);
  }

  /** Returns a refusal if a name of the package may be used outside of the file, or null. */
  usedOutside(name: string): Refusal | null {
    if (!/^[\p{Ll}_]/u.test(name) && this.#semantics.packageName !== "main") {
      return refuse({ code: "exported", name });
    }
    const file = this.#siblings.fileWith(name);
    return file === null ? null : refuse({ code: "used-in-file", name, file });
  }

  /** Returns all calls of a function, or a refusal if they are not known. */
  callsOf(called: FunctionNode): readonly CallExpressionNode[] | Refusal {
    switch (called.kind) {
      case "func_literal":
        return this.#callsOfLiteral(called);
      case "function_declaration": {
        const symbol = this.#semantics.resolve(called.name);
        if (symbol === null || symbol.isUniverse) {
          return refuse({ code: "function-without-name" });
        }
        return this.usedOutside(called.name.text) ?? this.#callsOfName(symbol);
      }
      default:
        return this.usedOutside(called.name.text) ?? this.#callsOfMethod(called);
    }
  }

  /** Returns the function of this file that a call calls, or null. */
  calledBy(call: CallExpressionNode): FunctionNode | null {
    const callee = call.function;
    if (callee.kind === "func_literal") return callee;
    if (callee.kind === "selector_expression") return this.#methodOf(call);
    const symbol = this.#semantics.resolve(callee);
    if (symbol === null || symbol.isUniverse) return null;
    return symbol.declaration.kind === "function_declaration"
      ? symbol.declaration
      : literalOf(symbol);
  }

  /** Returns a callee that is no function of this file as a report shows it. */
  describeCallee({ function: callee }: CallExpressionNode): string {
    const text = `'${callee.text.replace(/\s+/gu, "")}'`;
    let name = "";
    if (callee.kind === "identifier") {
      const symbol = this.#semantics.resolve(callee);
      if (symbol !== null && !symbol.isUniverse) return `${text}, a variable`;
      name = callee.text;
    } else if (callee.kind === "selector_expression") {
      if (this.#semantics.importOf(callee.operand)) return text;
      name = callee.field.text;
    }
    const file = name === "" ? null : this.#siblings.fileThatDeclares(name);
    return file === null ? text : `${text} of ${file}`;
  }

  #methodOf(call: CallExpressionNode): MethodDeclarationNode | null {
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind !== "method" || callee.receiver.importPath !== this.#semantics.importPath) {
      return null;
    }
    const { name, receiver } = callee;
    const methods = this.#sourceCode.tree.nodesOfKind(["method_declaration"]);
    return (
      methods.find(
        (node) => node.name.text === name && receiverTypeOf(node) === receiver.name,
      ) ?? null
    );
  }

  #callsOfLiteral(literal: FuncLiteralNode): readonly CallExpressionNode[] | Refusal {
    const { parent } = literal;
    if (parent?.kind === "call_expression" && parent.function === literal) return [parent];
    const [name, ...others] =
      parent?.parent?.kind === "short_var_declaration" ? parent.parent.left.namedChildren : [];
    const symbol = name && others.length === 0 ? this.#semantics.resolve(name) : null;
    if (symbol === null || symbol.isUniverse) return refuse({ code: "function-literal-value" });
    return this.#callsOfName(symbol);
  }

  #callsOfName(symbol: DeclaredSymbol): readonly CallExpressionNode[] | Refusal {
    const calls: CallExpressionNode[] = [];
    for (const use of usesOf(symbol, this.#semantics, this.#sourceCode)) {
      const { parent } = use;
      if (parent?.kind !== "call_expression" || parent.function !== use) {
        return refuse({ code: "function-value", name: symbol.name });
      }
      calls.push(parent);
    }
    return calls;
  }

  #callsOfMethod(method: MethodDeclarationNode): readonly CallExpressionNode[] | Refusal {
    const receiver = receiverTypeOf(method);
    const name = method.name.text;
    const calls: CallExpressionNode[] = [];
    for (const node of this.#sourceCode.tree.nodesOfKind(["field_identifier"])) {
      if (node.text !== name || node === method.name) continue;
      const { parent } = node;
      if (parent?.kind === "method_declaration" && parent.name === node) continue;
      if (parent?.kind !== "selector_expression" || parent.field !== node) {
        return refuse({ code: "name-of-other", name });
      }
      const type = withoutPointer(this.#semantics.typeOf(parent.operand));
      const owner = type.kind === "named" ? this.#semantics.ownerOf(type, name) : null;
      if (!owner) return refuse({ code: "other-method", name: parent.text, method: name });
      if (owner.importPath !== this.#semantics.importPath || owner.name !== receiver) continue;
      if (parent.parent?.kind !== "call_expression" || parent.parent.function !== parent) {
        return refuse({ code: "function-value", name });
      }
      calls.push(parent.parent);
    }
    return calls;
  }
}

/** Returns the function literal that a variable is declared with, alone; or null. */
function literalOf({ declaration }: DeclaredSymbol): FuncLiteralNode | null {
  if (declaration.kind !== "short_var_declaration") return null;
  const [value, ...others] = declaration.right.namedChildren;
  return value?.kind === "func_literal" && others.length === 0 ? value : null;
}

/** Returns the name of the type that a method belongs to; null for a generic type. */
function receiverTypeOf({ receiver }: MethodDeclarationNode): string | null {
  const [declaration] = receiver.namedChildren;
  if (declaration?.kind !== "parameter_declaration") return null;
  const { type } = declaration;
  const named: GoNode | undefined = type.kind === "pointer_type" ? type.namedChildren[0] : type;
  return named?.kind === "type_identifier" ? named.text : null;
}
