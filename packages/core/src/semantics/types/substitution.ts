import { unknown, type FunctionType, type GoType, type ParameterType } from "./go-type.ts";

/**
 * More parts than any type has that a person wrote. Types that are instances of
 * themselves would grow without an end.
 */
const MAX_SIZE = 200;

/**
 * The type of a declaration with the type arguments in place of its type parameters,
 * all at once. A parameter that is given none is unknown.
 */
export function substitute(type: GoType, given: readonly GoType[]): GoType {
  let size = 0;
  const instance = replaceParameters(type, (parameter) => {
    const argument = given[parameter.index];
    if (!argument) return unknown(`the type argument for '${parameter.name}' is not known`);
    size += sizeOf(argument);
    return size > MAX_SIZE ? unknown("the type is too large") : argument;
  });
  return size > MAX_SIZE ? unknown("the type is too large") : instance;
}

/** A part of a declaration as it is with type arguments, if there are any. */
export function instanceOf(part: GoType, given: readonly GoType[] | undefined): GoType {
  return given ? substitute(part, given) : part;
}

/** The type as one who stands outside of the declaration sees it. */
export function withoutParameters(type: GoType): GoType {
  return namesParameter(type)
    ? replaceParameters(type, ({ name }) => unknown(`'${name}' is a type parameter`))
    : type;
}

/** Reads all that a type consists of: the types of fields wait until they are asked for. */
export function readWhole(type: GoType): GoType {
  for (const part of partsOf(type)) readWhole(part);
  return type;
}

/** The places of the type parameters that a type names. */
export function parametersIn(type: GoType): ReadonlySet<number> {
  const found = new Set<number>();
  replaceParameters(type, (parameter) => {
    found.add(parameter.index);
    return parameter;
  });
  return found;
}

type Replace = (parameter: ParameterType) => GoType;

/** Gives the type itself if there is nothing to replace. */
function replaceParameters(type: GoType, replace: Replace): GoType {
  const inner = (part: GoType) => replaceParameters(part, replace);
  switch (type.kind) {
    case "parameter":
      return replace(type);
    case "named": {
      if (!type.arguments) return type;
      const given = mapped(type.arguments, inner);
      return given === type.arguments ? type : { ...type, arguments: given };
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
        return fieldType === field.type ? field : { ...field, type: fieldType };
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

/** Gives the list itself if nothing in it changes. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

function namesParameter(type: GoType): boolean {
  return type.kind === "parameter" || partsOf(type).some(namesParameter);
}

/** The number of types that a type consists of, itself counted. */
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
