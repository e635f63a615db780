import { calledName, childrenOf, withoutIndex, withoutParentheses } from "../../ast/nodes.ts";
import type { CallExpressionNode } from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { SemanticModel } from "../model/semantic-model.ts";
import {
  formatType,
  withoutPointer,
  type FunctionType,
  type NamedType,
} from "../types/go-type.ts";

/** The function or method that a call calls. */
export type Callee =
  | {
      readonly kind: "function";
      readonly importPath: string;
      readonly name: string;
    }
  | {
      readonly kind: "method";
      /**
       * The type that the method is declared for, without pointer: the value's own, or
       * one that it embeds; the value's own where that is not known.
       */
      readonly receiver: NamedType;
      readonly name: string;
      /** The expression it is called on; the type in `(*T).Close(file)`. */
      readonly operand: GoNode;
    }
  | {
      readonly kind: "unknown";
      /** The name after the dot, or the name alone. */
      readonly name: string;
      readonly operand: GoNode | null;
      readonly reason: string;
    };

/** Returns the function or method that a call calls. */
export function calleeOf(call: CallExpressionNode, semantics: SemanticModel): Callee {
  return functionNamed(functionOf(call, semantics), semantics);
}

/**
 * Returns the function or method that an expression names, called or not. Of another name it
 * is the package-level name, or the field, that looks like one: semantics tell them apart.
 */
export function functionNamed(expression: GoNode, semantics: SemanticModel): Callee {
  if (expression.kind === "identifier") return plainCallee(expression, semantics);
  if (expression.kind !== "selector_expression") {
    return { kind: "unknown", name: "", operand: null, reason: "a function value is called" };
  }
  const { operand } = expression;
  const name = expression.field.text;
  const goImport = semantics.importOf(operand);
  if (goImport) return { kind: "function", importPath: goImport.path, name };
  const value = semantics.typeOf(operand);
  const known = value.kind === "unknown" ? (semantics.typeNamed(operand) ?? value) : value;
  const type = withoutPointer(known);
  const receiver = semantics.ownerOf(type, name) ?? type;
  if (receiver.kind === "named") return { kind: "method", receiver, name, operand };
  const reason =
    type.kind === "unknown"
      ? type.reason
      : `it is called on a value of type ${formatType(type)}`;
  return { kind: "unknown", name, operand, reason };
}

/**
 * Returns the function of a call without parentheses and type arguments; an index into a
 * value of which the elements are called stays.
 */
function functionOf(call: CallExpressionNode, semantics: SemanticModel): GoNode {
  const callee = withoutParentheses(call.function);
  const generic = withoutIndex(callee);
  if (generic === callee) return callee;
  const { kind } = semantics.typeOf(generic);
  return kind === "function" || kind === "unknown" ? generic : callee;
}

/**
 * Returns true for a call of one of these functions or methods: `os.Exit`,
 * `net/http.Client.Do`, with the whole import path of the package that declares it.
 */
export function isCallTo(
  call: CallExpressionNode,
  names: string | readonly string[],
  semantics: SemanticModel,
): boolean {
  const wanted = typeof names === "string" ? [names] : names;
  const name = calledName(call);
  if (!wanted.some((one) => one.endsWith(`.${name}`))) return false;
  const callee = calleeOf(call, semantics);
  if (callee.kind === "unknown") return false;
  const { importPath } = callee.kind === "function" ? callee : callee.receiver;
  const receiver = callee.kind === "method" ? `.${callee.receiver.name}` : "";
  return wanted.includes(`${importPath}${receiver}.${name}`);
}

/**
 * Returns the type of the function or method that a call calls, with its parameters; null
 * if its declaration was not read.
 */
export function signatureOf(
  call: CallExpressionNode,
  semantics: SemanticModel,
): FunctionType | null {
  const type = semantics.typeOf(withoutParentheses(call.function));
  if (type.kind !== "function") return null;
  return type.parameters ? type : (type.signature?.() ?? null);
}

function plainCallee(callee: GoNode, semantics: SemanticModel): Callee {
  const name = callee.text;
  const symbol = semantics.resolve(callee);
  if (symbol === null) {
    const importPath = semantics.declaringPackageOf(name);
    return importPath === null
      ? { kind: "unknown", name, operand: null, reason: "it may come from a dot import" }
      : { kind: "function", importPath, name };
  }
  return !symbol.isUniverse && symbol.kind === "function"
    ? { kind: "function", importPath: semantics.importPath, name }
    : { kind: "unknown", name, operand: null, reason: `'${name}' is not a function by name` };
}

/**
 * Returns the expression that initializes a local variable, or null for a parameter or a name
 * that is declared elsewhere. For `a, err := f()` it is the call for `a` alone: a call is
 * known for its first result.
 */
export function initializerOf(identifier: GoNode, semantics: SemanticModel): GoNode | null {
  const symbol = semantics.resolve(identifier);
  if (symbol === null || symbol.isUniverse) return null;
  const { declaration, node } = symbol;
  switch (declaration.kind) {
    case "short_var_declaration":
      return valueFor(node, childrenOf(declaration.left), declaration.right);
    case "var_spec":
      return valueFor(node, declaration.name, declaration.value);
    default:
      return null;
  }
}

function valueFor(
  name: GoNode,
  names: readonly GoNode[],
  values: GoNode | null,
): GoNode | null {
  return (values && childrenOf(values)[names.indexOf(name)]) ?? null;
}
