import { didYouMean } from "../source/nearest-name.ts";

/**
 * The JSON Schema of a value, as far as options use it. An author writes it as in ESLint's
 * `meta.schema`; types are read from it.
 */
export interface ValueSchema {
  readonly description?: string;
  readonly type?: "string" | "boolean" | "integer" | "number" | "array" | "object";
  readonly enum?: readonly unknown[];
  readonly items?: ValueSchema;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | ValueSchema;
  readonly anyOf?: readonly ValueSchema[];
  readonly oneOf?: readonly ValueSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One option of a rule: its schema, with a description and a default. */
export interface OptionDeclaration extends ValueSchema {
  readonly description: string;
  readonly default: unknown;
}

/** The options of a rule by their names. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** The values that rules get for their declared options, defaults filled in. */
export type OptionsOf<Declarations> = {
  readonly [Name in keyof Declarations]: ValueOf<Declarations[Name]>;
};

/** The type of the values that a schema allows. */
export type ValueOf<Schema> = Schema extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : Schema extends { readonly anyOf: readonly (infer Either)[] }
    ? ValueOf<Either>
    : Schema extends { readonly oneOf: readonly (infer Either)[] }
      ? ValueOf<Either>
      : Schema extends { readonly type: "string" }
        ? string
        : Schema extends { readonly type: "boolean" }
          ? boolean
          : Schema extends { readonly type: "integer" | "number" }
            ? number
            : Schema extends { readonly type: "array"; readonly items: infer Item }
              ? readonly ValueOf<Item>[]
              : Schema extends { readonly properties: infer Properties }
                ? ObjectOf<Properties, RequiredOf<Schema>>
                : Schema extends { readonly additionalProperties: infer Member }
                  ? Readonly<Record<string, ValueOf<Member>>>
                  : unknown;

type RequiredOf<Schema> = Schema extends { readonly required: readonly (infer Name)[] }
  ? Name
  : never;

type ObjectOf<Properties, Required> = {
  readonly [Name in keyof Properties as Name extends Required ? Name : never]: ValueOf<
    Properties[Name]
  >;
} & {
  readonly [Name in keyof Properties as Name extends Required ? never : Name]?: ValueOf<
    Properties[Name]
  >;
};

/** The schema of a list of strings, each at most once. */
export const STRINGS = {
  type: "array",
  items: { type: "string" },
  uniqueItems: true,
} as const;

/** The schema of a list of types or functions; see `NamePatterns`. */
export const NAME_PATTERNS = {
  type: "array",
  items: { type: "string", pattern: String.raw`^.+\.[^./]+$` },
  uniqueItems: true,
} as const;

const TYPES = ["string", "boolean", "integer", "number", "array", "object"];

/**
 * Checks the schemas of a rule's options, for ESLint takes any and then validates nothing.
 *
 * @throws {TypeError} If a type is none of JSON Schema, or a pattern does not compile.
 */
export function assertOptions(rule: string, options: OptionDeclarations): void {
  for (const [name, option] of Object.entries(options)) {
    assertSchema(option, `The schema of option '${name}' of rule '${rule}'`);
  }
}

function assertSchema(schema: ValueSchema, subject: string): void {
  const { type, pattern, items, properties = {}, additionalProperties: others } = schema;
  const { anyOf = [], oneOf = [] } = schema;
  if (type !== undefined && !TYPES.includes(type)) {
    throw new TypeError(`${subject} names an unknown type '${type}'${didYouMean(type, TYPES)}`);
  }
  if (pattern !== undefined) assertPattern(pattern, subject);
  const parts = [items, others, ...Object.values(properties), ...anyOf, ...oneOf];
  for (const part of parts) if (typeof part === "object") assertSchema(part, subject);
}

function assertPattern(pattern: string, subject: string): void {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TypeError(`${subject} has a pattern that does not compile: ${why}.`, {
      cause: error,
    });
  }
}

/** Returns the `meta.schema` of a rule with these options, as ESLint validates it. */
export function schemaOf(options: OptionDeclarations): object[] {
  return Object.keys(options).length === 0
    ? []
    : [{ type: "object", additionalProperties: false, properties: options }];
}

/** Returns the `meta.defaultOptions` of a rule with these options. */
export function defaultsOf(options: OptionDeclarations): [] | [Record<string, unknown>] {
  const defaults = Object.entries(options).map(([name, option]) => [name, option.default]);
  return defaults.length === 0 ? [] : [Object.fromEntries(defaults) as Record<string, unknown>];
}
