import {
  argumentsOf,
  calleeOf,
  childrenOf,
  formatType,
  type GoNode,
  type GoType,
  type SemanticModel,
} from "@gopherwood/core";
import { constantString } from "./constant-string.ts";
import { mayBeAny } from "./empty-interface.ts";
import { isError } from "./is-error.ts";
import type { PairCall } from "./pair-loggers.ts";
import type { SliceElements } from "./slice-elements.ts";

/** A part of the arguments that a logger takes as pairs. */
export type PairElement =
  | { readonly kind: "pair"; readonly key: GoNode; readonly value: GoNode }
  /** A key and its value in one; the key is null if it is not known or belongs to a group. */
  | { readonly kind: "attribute"; readonly node: GoNode; readonly key: GoNode | null }
  /** After it, keys belong to another group. */
  | { readonly kind: "namespace" }
  /** The last argument, a key without a value. */
  | { readonly kind: "key alone"; readonly key: GoNode }
  /** An argument in the place of a key that is no string. */
  | {
      readonly kind: "no key";
      readonly node: GoNode;
      readonly type: string;
      readonly isLast: boolean;
    }
  | { readonly kind: "unknown"; readonly reason: string };

/** Types whose values are a key and a value. */
const ATTRIBUTES = /^(?:log\/slog\.Attr|go\.uber\.org\/zap(?:\/zapcore)?\.Field)$/u;

/** The pairs of a call. */
export interface CallPairs {
  readonly elements: readonly PairElement[];
  /** The argument that is a slice of all of them, or null. */
  readonly slice: GoNode | null;
}

/** Reads the pairs of a call as its logger does. */
export function readCallPairs(
  values: readonly GoNode[],
  { pairs, errorWithoutKey }: PairCall,
  slices: SliceElements,
  semantics: SemanticModel,
): CallPairs {
  const rest = pairs < 0 ? [] : values.slice(pairs);
  const [first] = rest;
  if (first?.kind !== "variadic_argument") {
    return { elements: readPairs(rest, errorWithoutKey, semantics), slice: null };
  }
  const [passed] = childrenOf(first);
  const elements = passed ? slices.of(passed) : null;
  return {
    slice: first,
    elements: elements
      ? readPairs(elements, errorWithoutKey, semantics)
      : [{ kind: "unknown", reason: "a slice is passed on" }],
  };
}

/**
 * Reads arguments as the logger does, up to the first that is no key or may be anything:
 * after it, keys and values cannot be told apart.
 */
function readPairs(
  values: readonly GoNode[],
  errorWithoutKey: boolean,
  semantics: SemanticModel,
): PairElement[] {
  const elements: PairElement[] = [];
  let mayTakeError = errorWithoutKey;
  for (let index = 0; index < values.length; index += 1) {
    const node = values[index];
    if (!node) break;
    const isLast = index === values.length - 1;
    if (node.kind === "nil") {
      elements.push({ kind: "no key", node, type: "nil", isLast });
      break;
    }
    const type = semantics.typeOf(node);
    if (isAttribute(type)) {
      elements.push(attributeOf(node, semantics));
      continue;
    }
    const isUnknown = mayBeString(type, semantics);
    if (isUnknown && constantString(node, semantics) === null) {
      elements.push({ kind: "unknown", reason: `the type of '${node.text}' is not known` });
      break;
    }
    if (!isUnknown && !isString(type)) {
      if (mayTakeError && isError(node, semantics)) {
        mayTakeError = false;
        elements.push({ kind: "attribute", node, key: null });
        continue;
      }
      elements.push({ kind: "no key", node, type: formatType(type), isLast });
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
function mayBeString(type: GoType, semantics: SemanticModel): boolean {
  return type.kind === "tuple" || mayBeAny(type, semantics);
}

/** Returns `slog.Int("count", n)` or `slog.Attr{Key: "count"}` with its key. */
function attributeOf(node: GoNode, semantics: SemanticModel): PairElement {
  if (node.kind === "composite_literal") {
    return { kind: "attribute", node, key: keyOfLiteral(node.body) };
  }
  const callee = node.kind === "call_expression" ? calleeOf(node, semantics) : null;
  if (node.kind !== "call_expression" || callee?.kind !== "function") {
    return { kind: "attribute", node, key: null };
  }
  const { importPath, name } = callee;
  if (importPath === "go.uber.org/zap" && name === "Namespace") return { kind: "namespace" };
  const [first = null] = argumentsOf(node);
  const hasKey = /^(?:log\/slog|go\.uber\.org\/zap)$/u.test(importPath);
  // The attributes of a group without a name belong to the record.
  const isInline = first !== null && constantString(first, semantics) === "";
  return { kind: "attribute", node, key: hasKey && !isInline ? first : null };
}

function keyOfLiteral(body: GoNode): GoNode | null {
  const [first, ...others] = childrenOf(body);
  const keyed = [first, ...others].find(
    (element) => element?.kind === "keyed_element" && element.key.text === "Key",
  );
  if (keyed?.kind === "keyed_element") return childrenOf(keyed.value)[0] ?? null;
  return first?.kind === "literal_element" ? (childrenOf(first)[0] ?? null) : null;
}
