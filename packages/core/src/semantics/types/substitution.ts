import { unknown, type FunctionType, type GoType, type ParameterType } from "./go-type.ts";

/**
 * A limit for the parts of a type, which no code by people reaches. A type that is an instance
 * of itself would grow without end.
 */
const MAX_SIZE = 200;

/**
 * Returns a type with type arguments in place of its type parameters, all at once. A parameter
 * without an argument becomes unknown.
 */
export function substitute(type: GoType, typeArguments: readonly GoType[]): GoType {
  let size = 0;
  const instance = replaceParameters(type, (parameter) => {
    const argument = typeArguments[parameter.index];
    if (!argument) return unknown(`the type argument for '${parameter.name}' is not known`);
    size += sizeOf(argument);
    return size > MAX_SIZE ? unknown("the type is too large") : argument;
  });
  return size > MAX_SIZE ? unknown("the type is too large") : instance;
}

/** Returns a part of a generic declaration with type arguments, if there are any. */
export function instanceOf(part: GoType, typeArguments: readonly GoType[] | undefined): GoType {
  return typeArguments ? substitute(part, typeArguments) : part;
}

/** Returns a type as code outside of its declaration sees it, without type parameters. */
export function withoutParameters(type: GoType): GoType {
  return namesParameter(type)
    ? replaceParameters(type, ({ name }) => unknown(`'${name}' is a type parameter`))
    : type;
}

/** Reads all parts of a type, since types of fields are read on demand, and returns the type. */
export function readWhole(type: GoType): GoType {
  for (const part of partsOf(type)) readWhole(part);
  return type;
}

/** Returns the indexes of the type parameters in a type. */
export function parametersIn(type: GoType): ReadonlySet<number> {
  const found = new Set<number>();
  replaceParameters(type, (parameter) => {
    found.add(parameter.index);
    return parameter;
  });
  return found;
}

type Replace = (parameter: ParameterType) => GoType;

/** Returns a type with its type parameters replaced; the type itself if it has none. */
function replaceParameters(type: GoType, replace: Replace): GoType {
  const inner = (part: GoType) => replaceParameters(part, replace);
  switch (type.kind) {
    case "parameter":
      return replace(type);
    case "named": {
      if (!type.arguments) return type;
      const typeArguments = mapped(type.arguments, inner);
      return typeArguments === type.arguments ? type : { ...type, arguments: typeArguments };
    }
    case "pointer":
    case "slice":
    case "array":
    case "channel": {
      const element = inner(type.element);
      return element === type.element ? type : { kind: type.kind, element };
    }
    case "map": {
      const [key, element] = [inner(type.key), inner(type.element)];
      return key === type.key && element === type.element
        ? type
        : { kind: "map", key, element };
    }
    case "function":
      return replaceInFunction(type, replace);
    case "tuple": {
      const types = mapped(type.types, inner);
      return types === type.types ? type : { kind: "tuple", types };
    }
    case "struct": {
      const fields = mapped(type.fields, (field) => {
        const fieldType = inner(field.type);
        return fieldType === field.type
          ? field
          : { name: field.name, embedded: field.embedded, type: fieldType };
      });
      return fields === type.fields ? type : { kind: "struct", fields };
    }
    case "interface": {
      const methods = [...type.methods].map(
        ([name, method]) => [name, replaceInFunction(method, replace)] as const,
      );
      const embedded = mapped(type.embedded, inner);
      const instance = { kind: "interface", methods: new Map(methods), embedded } as const;
      return type.underlying
        ? { ...instance, underlying: inner(type.underlying) }
        : embedded === type.embedded &&
            methods.every(([name, method]) => type.methods.get(name) === method)
          ? type
          : instance;
    }
    case "unknown":
      return type;
  }
}

function replaceInFunction(type: FunctionType, replace: Replace): FunctionType {
  const inner = (part: GoType) => replaceParameters(part, replace);
  const results = mapped(type.results, inner);
  const parameters = type.parameters && mapped(type.parameters, inner);
  if (results === type.results && parameters === type.parameters) return type;
  return parameters ? { ...type, results, parameters } : { ...type, results };
}

/** Returns a changed list; the list itself if nothing in it changes. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

function namesParameter(type: GoType): boolean {
  return type.kind === "parameter" || partsOf(type).some(namesParameter);
}

/** Returns the number of types in a type, itself included. */
function sizeOf(type: GoType): number {
  return 1 + partsOf(type).reduce((size, part) => size + sizeOf(part), 0);
}

const NO_PARTS: readonly GoType[] = [];

function partsOf(type: GoType): readonly GoType[] {
  switch (type.kind) {
    case "named":
      return type.arguments ?? NO_PARTS;
    case "pointer":
    case "slice":
    case "array":
    case "channel":
      return [type.element];
    case "map":
      return [type.key, type.element];
    case "function":
      return type.parameters ? [...type.results, ...type.parameters] : type.results;
    case "tuple":
      return type.types;
    case "struct":
      return type.fields.map((field) => field.type);
    case "interface":
      return [...type.methods.values(), ...type.embedded];
    default:
      return NO_PARTS;
  }
}
