import {
  argumentsOf,
  calleeOf,
  formatType,
  type SemanticModel,
  type GoNode,
  type GoType,
} from "@gopherwood/core";
import { constantString } from "./constant-string.ts";

/** A part of the arguments that a logger takes as pairs. */
export type PairElement =
  | { readonly kind: "pair"; readonly key: GoNode; readonly value: GoNode }
  /** A key and its value in one. */
  | { readonly kind: "attribute"; readonly node: GoNode; readonly key: GoNode | null }
  /** The last argument, a key without a value. */
  | { readonly kind: "key alone"; readonly key: GoNode }
  /** An argument in the place of a key that is no string. */
  | {
      readonly kind: "no key";
      readonly node: GoNode;
      readonly type: GoType;
      readonly isLast: boolean;
    }
  | { readonly kind: "unknown"; readonly reason: string };

/** Types whose values are a key and a value. */
const ATTRIBUTES = /^(?:log\/slog\.Attr|go\.uber\.org\/zap(?:\/zapcore)?\.Field)$/u;

/**
 * Reads arguments as the logger does, up to the first that is no key or may be anything:
 * after it, keys and values cannot be told apart.
 */
export function readPairs(values: readonly GoNode[], semantics: SemanticModel): PairElement[] {
  const elements: PairElement[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const node = values[index];
    if (!node) break;
    if (node.kind === "variadic_argument") {
      elements.push({ kind: "unknown", reason: "a slice is passed on" });
      break;
    }
    const type = semantics.typeOf(node);
    if (isAttribute(type)) {
      elements.push({ kind: "attribute", node, key: keyOfAttribute(node, semantics) });
      continue;
    }
    const isUnknown = mayBeString(type);
    if (isUnknown && constantString(node, semantics) === null) {
      elements.push({ kind: "unknown", reason: `it is not known what '${node.text}' is` });
      break;
    }
    if (!isUnknown && !isString(type)) {
      elements.push({ kind: "no key", node, type, isLast: index === values.length - 1 });
      break;
    }
    index += 1;
    const value = values[index];
    elements.push(
      value ? { kind: "pair", key: node, value } : { kind: "key alone", key: node },
    );
  }
  return elements;
}

function isAttribute(type: GoType): boolean {
  return type.kind === "named" && ATTRIBUTES.test(`${type.importPath}.${type.name}`);
}

function isString(type: GoType): boolean {
  return /^(?:untyped )?string$/u.test(formatType(type));
}

/** Returns true for types that may hold a string, or several values. */
function mayBeString(type: GoType): boolean {
  return type.kind === "unknown" || type.kind === "tuple" || formatType(type) === "any";
}

/** Returns the key of `slog.Int("count", n)`, or null. */
function keyOfAttribute(node: GoNode, semantics: SemanticModel): GoNode | null {
  if (node.kind !== "call_expression") return null;
  const callee = calleeOf(node, semantics);
  if (callee.kind !== "function") return null;
  const [key = null] = argumentsOf(node);
  return /^(?:log\/slog|go\.uber\.org\/zap)$/u.test(callee.importPath) ? key : null;
}
