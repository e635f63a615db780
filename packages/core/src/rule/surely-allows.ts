import { isObject } from "../source/is-object.ts";
import type { ValueSchema } from "./options.ts";

/** Checks of a value by keyword: each returns false if the keyword may not allow the value. */
const KEYWORDS: {
  readonly [Keyword in keyof ValueSchema]-?: (
    expected: NonNullable<ValueSchema[Keyword]>,
    value: unknown,
    schema: ValueSchema,
  ) => boolean;
} & { readonly default: () => boolean } = {
  description: () => true,
  default: () => true,
  type: (type, value) => isOfType(type, value),
  enum: (values, value) => isPrimitive(value) && values.includes(value),
  items: (items, value) =>
    !Array.isArray(value) || value.every((item) => surelyAllows(items, item)),
  uniqueItems: (isUnique, value) =>
    !isUnique ||
    !Array.isArray(value) ||
    (value.every(isPrimitive) && new Set(value).size === value.length),
  minItems: (least, value) => !Array.isArray(value) || value.length >= least,
  properties: (properties, value) =>
    !isObject(value) ||
    Object.entries(properties).every(([name, property]) =>
      // A validator fills in what has a default.
      has(value, name) ? surelyAllows(property, value[name]) : !("default" in property),
    ),
  required: (names, value) => !isObject(value) || names.every((name) => has(value, name)),
  additionalProperties: (additional, value, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, member]) =>
        Object.hasOwn(properties, name) ||
        (typeof additional === "object" ? surelyAllows(additional, member) : additional),
    ),
  anyOf: (schemas, value) => schemas.some((schema) => surelyAllows(schema, value)),
  // That another one does not allow the value cannot be sure.
  oneOf: () => false,
  pattern: (pattern, value) => typeof value !== "string" || new RegExp(pattern).test(value),
  minLength: (least, value) => typeof value !== "string" || Array.from(value).length >= least,
  minimum: (least, value) => typeof value !== "number" || value >= least,
  maximum: (most, value) => typeof value !== "number" || value <= most,
};

/**
 * Returns true if a schema allows a value as far as is known without a validator: false where it
 * does not, and where a keyword is none of ours.
 */
export function surelyAllows(schema: ValueSchema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, expected]) => {
    const check = (
      Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword as keyof ValueSchema] : undefined
    ) as ((expected: unknown, value: unknown, schema: ValueSchema) => boolean) | undefined;
    return check?.(expected, value, schema) === true;
  });
}

function isOfType(type: NonNullable<ValueSchema["type"]>, value: unknown): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  return typeof value === type;
}

/** Returns true if an object has a property, as a validator sees it. */
function has(object: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(object, name) && object[name] !== undefined;
}

function isPrimitive(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
