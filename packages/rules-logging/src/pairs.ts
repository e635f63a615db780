import {
  calleeOf,
  formatType,
  withoutPointer,
  type SemanticModel,
  type GoNode,
  type GoType,
} from "@gopherwood/core";
import { constantString } from "./strings.ts";

/** What stands among the arguments that a logger takes as pairs. */
export type PairElement =
  | { readonly kind: "pair"; readonly key: GoNode; readonly value: GoNode }
  /** One that is a key and a value by itself. */
  | { readonly kind: "attribute"; readonly node: GoNode; readonly key: GoNode | null }
  /** The last one, after which there is nothing. */
  | { readonly kind: "key alone"; readonly key: GoNode }
  /** What stands where a key should, and is no string. */
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
 * Reads arguments as the logger does. After what is no key, or may be anything, nothing
 * is known of which is a key and which a value.
 */
export function readPairs(values: readonly GoNode[], semantics: SemanticModel): PairElement[] {
  const elements: PairElement[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const node = values[index];
    if (!node) break;
    if (node.kind === "variadic_argument") {
      elements.push({ kind: "unknown", reason: "a slice is handed on" });
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

/** True for what may hold a string, or several values. */
function mayBeString(type: GoType): boolean {
  return type.kind === "unknown" || type.kind === "tuple" || formatType(type) === "any";
}

/** The key of `slog.Int("count", n)`. */
function keyOfAttribute(node: GoNode, semantics: SemanticModel): GoNode | null {
  if (node.kind !== "call_expression") return null;
  const callee = calleeOf(node, semantics);
  if (callee.kind !== "function") return null;
  const [key] = node.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
  return /^(?:log\/slog|go\.uber\.org\/zap)$/u.test(callee.importPath) ? (key ?? null) : null;
}

/** True for values that are errors by their type. */
export function isError(node: GoNode, semantics: SemanticModel): boolean {
  const type = semantics.typeOf(node);
  if (type.kind === "unknown") return false;
  const inner = withoutPointer(type);
  return (
    (inner.kind === "named" && inner.importPath === "" && inner.name === "error") ||
    (inner.kind === "named" && semantics.ownerOf(inner, "Error") !== null)
  );
}
