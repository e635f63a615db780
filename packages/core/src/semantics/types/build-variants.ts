import { unknown, type Field, type FunctionType, type GoType } from "./go-type.ts";

/** Returns true if types are identical, and were read from declarations of the same shape. */
export function areSame(types: readonly GoType[]): boolean {
  if (types.length < 2) return true;
  const [first, ...others] = types.map(textOf);
  return others.every((other) => other === first);
}

/**
 * Returns the underlying type of a type that is declared once for each build. For structs and
 * interfaces it has the fields and methods of all of them: only those that differ are unknown.
 */
export function ofAllBuilds(name: string, types: readonly GoType[]): GoType {
  const [first] = types;
  if (first && areSame(types)) return first;
  const structs = types.filter((type) => type.kind === "struct");
  if (structs.length === types.length) {
    return { kind: "struct", fields: merged(structs.flatMap(({ fields }) => fields)) };
  }
  const interfaces = types.filter((type) => type.kind === "interface");
  if (interfaces.length === types.length) {
    return {
      kind: "interface",
      methods: mergedMethods(interfaces.flatMap(({ methods }) => [...methods])),
      embedded: unique(interfaces.flatMap(({ embedded }) => embedded)),
    };
  }
  return unknown(`type '${name}' is declared differently for different builds`);
}

function merged(fields: readonly Field[]): Field[] {
  const found = new Map<string, Field>();
  for (const field of fields) {
    const { name, type } = field;
    const known = found.get(name);
    if (!known) found.set(name, field);
    else if (!areSame([known.type, type]))
      found.set(name, { name, type: differs(name), embedded: false });
  }
  return [...found.values()];
}

function mergedMethods(
  methods: readonly (readonly [string, FunctionType])[],
): Map<string, FunctionType> {
  const found = new Map<string, FunctionType>();
  for (const [name, type] of methods) {
    const known = found.get(name);
    const same = !known || areSame([known, type]);
    found.set(name, same ? type : { kind: "function", results: [differs(name)] });
  }
  return found;
}

function unique(types: readonly GoType[]): GoType[] {
  return [...new Map(types.map((type) => [textOf(type), type])).values()];
}

function differs(name: string): GoType {
  return unknown(`'${name}' is declared differently for different builds`);
}

/** Returns a text for a type that only identical types have. */
function textOf(type: GoType): string {
  return JSON.stringify(type, (_key, value: unknown) =>
    value instanceof Map ? [...(value as Map<string, unknown>)] : value,
  );
}
