interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/**
 * Returns the options that a rule's schema allows, written as a type: `[{ mode?: "strict" |
 * "loose", names?: string[] }]`; `[]` if it has none.
 *
 * @param schema `meta.schema`, in either of ESLint's forms.
 */
export function describeOptions(schema: unknown): string {
  if (Array.isArray(schema)) return `[${schema.map(typeOf).join(", ")}]`;
  return typeof schema === "object" && schema !== null ? typeOf(schema) : "[]";
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(typeOf).join(" | ");
  if (schema.properties) {
    const members = Object.entries(schema.properties).map(
      ([name, member]) => `${name}?: ${typeOf(member)}`,
    );
    return `{ ${members.join(", ")} }`;
  }
  if (schema.items) return itemsOf(schema.items);
  if (typeof schema.additionalProperties === "object") {
    return `{ [name]: ${typeOf(schema.additionalProperties)} }`;
  }
  return typeof schema.type === "string" ? schema.type : (schema.type?.join(" | ") ?? "any");
}

function itemsOf(items: JsonSchema | readonly JsonSchema[]): string {
  if (Array.isArray(items))
    return `[${(items as readonly JsonSchema[]).map(typeOf).join(", ")}]`;
  const item = typeOf(items as JsonSchema);
  return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
}
