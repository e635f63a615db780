import type { GoNode, SemanticModel } from "@gopherwood/core";
import { constantString } from "./constant-string.ts";
import { isError } from "./is-error.ts";
import type { PairElement } from "./pairs.ts";

/** The checks of arguments that are pairs. */
export const PAIR_CHECKS = [
  "missing-value",
  "non-string-key",
  "duplicate-key",
  "error-value",
] as const;

export type PairCheck = (typeof PAIR_CHECKS)[number];

export type PairMessageId =
  "alone" | "noKey" | "typedKey" | "errorAlone" | "duplicate" | "error";

/** Expressions that a selector can follow without parentheses. */
const PRIMARY =
  /^(?:identifier|(?:call|index|parenthesized|selector|slice|type_assertion)_expression|composite_literal)$/u;

/** A problem of one argument, and the text around the argument that fixes it. */
export interface PairProblem {
  readonly check: PairCheck;
  readonly node: GoNode;
  readonly messageId: PairMessageId;
  readonly data: Readonly<Record<string, string>>;
  readonly before?: string;
  readonly after?: string;
}

/** Returns the problems of arguments that are read as pairs. */
export function problemsOf(
  elements: readonly PairElement[],
  semantics: SemanticModel,
  errorKey: string,
): PairProblem[] {
  let seen = new Set<string>();
  return elements.flatMap((element) => {
    switch (element.kind) {
      case "key alone":
        return [alone(element.key, semantics)];
      case "no key":
        return [noKey(element, semantics, errorKey)];
      case "namespace":
        seen = new Set();
        return [];
      case "attribute":
        return element.key ? duplicate(element.key, seen, semantics) : [];
      case "pair": {
        const { key, value } = element;
        return [...duplicate(key, seen, semantics), ...errorValue(value, semantics)];
      }
      default:
        return [];
    }
  });
}

function alone(node: GoNode, semantics: SemanticModel): PairProblem {
  const key = constantString(node, semantics) ?? node.text;
  return { check: "missing-value", node, messageId: "alone", data: { key } };
}

function noKey(
  { node, type, isLast }: Extract<PairElement, { kind: "no key" }>,
  semantics: SemanticModel,
  errorKey: string,
): PairProblem {
  const data = { argument: node.text, type, errorKey };
  const found = { check: "non-string-key", node, data } as const;
  if (isLast && isError(node, semantics)) {
    return { ...found, messageId: "errorAlone", before: `"${errorKey}", ` };
  }
  // A string constant of a named type can be converted.
  return !isLast && constantString(node, semantics) !== null
    ? { ...found, messageId: "typedKey", before: "string(", after: ")" }
    : { ...found, messageId: "noKey" };
}

function duplicate(node: GoNode, seen: Set<string>, semantics: SemanticModel): PairProblem[] {
  const key = constantString(node, semantics);
  if (key === null) return [];
  if (!seen.has(key)) {
    seen.add(key);
    return [];
  }
  return [{ check: "duplicate-key", node, messageId: "duplicate", data: { key } }];
}

function errorValue(node: GoNode, semantics: SemanticModel): PairProblem[] {
  if (!isError(node, semantics)) return [];
  const isPrimary = PRIMARY.test(node.kind);
  return [
    {
      check: "error-value",
      node,
      messageId: "error",
      data: { argument: isPrimary ? node.text : `(${node.text})` },
      before: isPrimary ? "" : "(",
      after: isPrimary ? ".Error()" : ").Error()",
    },
  ];
}
