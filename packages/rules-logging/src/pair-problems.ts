import { formatType, type SemanticModel, type GoNode } from "@gopherwood/core";
import { isError, type PairElement } from "./pairs.ts";
import { constantString } from "./strings.ts";

export type PairCheck = "missing-value" | "non-string-key" | "duplicate-key" | "error-value";

export type PairMessageId =
  "alone" | "noKey" | "typedKey" | "errorAlone" | "duplicate" | "error";

/** What is wrong with one argument, and the text around it that fixes it. */
export interface PairProblem {
  readonly check: PairCheck;
  readonly node: GoNode;
  readonly messageId: PairMessageId;
  readonly data: Readonly<Record<string, string>>;
  readonly before?: string;
  readonly after?: string;
}

/** Finds what is wrong with arguments that are read as pairs. */
export function problemsOf(
  elements: readonly PairElement[],
  semantics: SemanticModel,
  errorKey: string,
): PairProblem[] {
  const seen = new Set<string>();
  return elements.flatMap((element) => {
    switch (element.kind) {
      case "key alone":
        return [alone(element.key, semantics)];
      case "no key":
        return [noKey(element, semantics, errorKey)];
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
  const data = { argument: node.text, type: formatType(type), errorKey };
  const found = { check: "non-string-key", node, data } as const;
  if (isLast && isError(node, semantics)) {
    return { ...found, messageId: "errorAlone", before: `"${errorKey}", ` };
  }
  // Of a constant of a type of its own it is seen that it can be converted.
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
  const data = { argument: node.text };
  return [{ check: "error-value", node, messageId: "error", data, after: ".Error()" }];
}
