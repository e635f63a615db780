import { defaultType, isUntyped, typeOfOperation } from "./constants.ts";
import type { Definitions } from "./definitions.ts";
import { areSame } from "./build-variants.ts";
import { parametersIn, substitute } from "./substitution.ts";
import {
  unknown,
  type FunctionType,
  type GoType,
  type NamedType,
  type TypeParameter,
} from "./go-type.ts";

/** A limit for the nesting of types, which no code by people reaches. */
const MAX_DEPTH = 50;

/** The arguments of a call of a generic function. */
export interface CallArguments {
  /** The explicit type arguments. */
  readonly typeArguments: readonly GoType[];
  /** The types of the arguments; constants may be untyped. */
  readonly arguments: readonly GoType[];
  /** True if the last argument is followed by `...`. */
  readonly spread: boolean;
}

/**
 * Returns the type arguments of a call of a generic function, as Go infers them: from arguments
 * that have a type, then from constraints, then from constants.
 */
export function inferTypeArguments(
  type: FunctionType,
  call: CallArguments,
  definitions: Definitions,
): GoType[] {
  const inference = new Inference(type.typeParameters ?? [], call.typeArguments, definitions);
  for (const [parameter, argument] of pairsOf(type, call)) inference.add(parameter, argument);
  return inference.results();
}

/** Yields each parameter with its argument. */
function* pairsOf(
  { parameters = [], variadic = false }: FunctionType,
  call: CallArguments,
): Generator<readonly [GoType, GoType]> {
  const last = parameters.length - 1;
  for (const [index, argument] of call.arguments.entries()) {
    const parameter = parameters[Math.min(index, last)];
    if (!parameter) return;
    const takesMany = variadic && index >= last && !call.spread;
    yield [takesMany && parameter.kind === "slice" ? parameter.element : parameter, argument];
  }
}

class Inference {
  readonly #typeParameters: readonly TypeParameter[];
  readonly #definitions: Definitions;
  /** The type argument of each type parameter, as far as it is certain. */
  readonly #found: (GoType | undefined)[];
  /** The arguments whose parameter has just a type parameter as its type. */
  readonly #arguments: GoType[][];

  constructor(
    typeParameters: readonly TypeParameter[],
    written: readonly GoType[],
    definitions: Definitions,
  ) {
    this.#typeParameters = typeParameters;
    this.#definitions = definitions;
    this.#found = typeParameters.map((_parameter, index) => written[index]);
    this.#arguments = typeParameters.map(() => []);
  }

  add(parameter: GoType, argument: GoType): void {
    if (parameter.kind !== "parameter") this.#unify(parameter, argument, 0);
    else this.#arguments[parameter.index]?.push(this.#definitions.withoutAliases(argument));
  }

  results(): GoType[] {
    this.#each(typed);
    this.#useConstraints();
    this.#each(constant);
    this.#useConstraints();
    return this.#typeParameters.map(
      ({ name }, index) =>
        this.#found[index] ??
        this.#arguments[index]?.find((type) => type.kind === "unknown") ??
        unknown(`the type argument for '${name}' does not follow from the arguments`),
    );
  }

  /** Finds type arguments that are missing from the arguments of each type parameter. */
  #each(find: (types: readonly GoType[]) => GoType | undefined): void {
    for (const [index, types] of this.#arguments.entries()) this.#found[index] ??= find(types);
  }

  #useConstraints(): void {
    // A constraint may say something of another type parameter than its own.
    for (let round = 0; round < this.#typeParameters.length; round += 1) this.#useEach();
  }

  #useEach(): void {
    for (const [index, { constraint }] of this.#typeParameters.entries()) {
      const found = this.#found[index];
      const core = this.#definitions.coreOf(constraint);
      if (found) {
        if (core) this.#unify(core.type, found, 0);
        this.#unifyMethods(this.#definitions.underlying(constraint), found, 0);
      } else if (core?.exact && this.#isFound(core.type)) {
        this.#found[index] = substitute(core.type, this.#found.map(orUnknown));
      }
    }
  }

  /** Returns true if all type parameters in a type are found. */
  #isFound(type: GoType): boolean {
    return [...parametersIn(type)].every((index) => this.#found[index] !== undefined);
  }

  /** Finds type arguments by comparing the type of a parameter with that of its argument. */
  #unify(parameter: GoType, argument: GoType, depth: number): void {
    if (depth > MAX_DEPTH || argument.kind === "unknown") return;
    if (parametersIn(parameter).size === 0) return;
    const inner = (part: GoType, other: GoType) => {
      this.#unify(part, other, depth + 1);
    };
    switch (parameter.kind) {
      case "parameter":
        this.#found[parameter.index] ??= argument;
        break;
      case "named":
        this.#unifyNamed(parameter, argument, depth + 1);
        break;
      case "interface":
        this.#unifyMethods(parameter, argument, depth + 1);
        break;
      case "pointer":
      case "slice":
      case "array":
      case "channel":
      case "map": {
        const literal = this.#literal(argument, parameter.kind);
        if (!literal) break;
        if (parameter.kind === "map" && literal.kind === "map") {
          inner(parameter.key, literal.key);
        }
        inner(parameter.element, literal.element);
        break;
      }
      case "function": {
        const literal = this.#literal(argument, "function");
        // The type of a generic function as an argument follows from the parameter.
        if (!literal || literal.typeParameters) break;
        unifyLists(parameter.results, literal.results, inner);
        unifyLists(parameter.parameters, parametersOf(literal), inner);
        break;
      }
      default:
    }
  }

  #unifyNamed(parameter: NamedType, argument: GoType, depth: number): void {
    const type = this.#definitions.withoutAliases(parameter);
    const other = this.#definitions.withoutAliases(argument);
    if (type.kind !== "named") {
      this.#unify(type, other, depth);
    } else if (other.kind === "named" && isSameGeneric(type, other)) {
      unifyLists(type.arguments, other.arguments, (part, otherPart) => {
        this.#unify(part, otherPart, depth);
      });
    } else {
      const underlying = this.#definitions.underlying(type);
      if (underlying.kind !== "named") this.#unify(underlying, other, depth);
    }
  }

  /** Finds type arguments by the methods of an interface, which its argument has too. */
  #unifyMethods(type: GoType, argument: GoType, depth: number): void {
    if (type.kind !== "interface" || depth > MAX_DEPTH) return;
    for (const [name, method] of type.methods) {
      if (parametersIn(method).size === 0) continue;
      this.#unify(method, this.#definitions.memberOf(argument, name), depth);
    }
    for (const embedded of type.embedded) {
      if (parametersIn(embedded).size === 0) continue;
      this.#unifyMethods(this.#definitions.underlying(embedded), argument, depth + 1);
    }
  }

  /**
   * Returns an argument as a type literal of a kind: itself, or its underlying type; null if
   * it is none.
   */
  #literal<K extends GoType["kind"]>(
    argument: GoType,
    kind: K,
  ): Extract<GoType, { kind: K }> | null {
    const type = argument.kind === kind ? argument : this.#definitions.underlying(argument);
    return type.kind === kind ? (type as Extract<GoType, { kind: K }>) : null;
  }
}

/**
 * Returns the parameters of a function, also where they were left out; none if they are of its
 * receiver's type parameters.
 */
function parametersOf({ parameters, signature }: FunctionType): readonly GoType[] {
  if (parameters) return parameters;
  const read = signature?.().parameters ?? [];
  return read.some((type) => parametersIn(type).size > 0) ? [] : read;
}

function isSameGeneric(type: NamedType, other: NamedType): boolean {
  return other.importPath === type.importPath && other.name === type.name;
}

function unifyLists(
  parameters: readonly GoType[] = [],
  others: readonly GoType[] = [],
  unify: (parameter: GoType, other: GoType) => void,
): void {
  for (const [index, parameter] of parameters.entries()) {
    const other = others[index];
    if (other) unify(parameter, other);
  }
}

/**
 * Returns the type that all typed arguments have: for a defined type and its literal the
 * defined one.
 */
function typed(types: readonly GoType[]): GoType | undefined {
  if (types.some((type) => type.kind === "unknown")) return undefined;
  const own = types.filter((type) => !isUntyped(type));
  if (areSame(own)) return own[0];
  const defined = own.filter((type) => type.kind === "named");
  return defined.length > 0 && areSame(defined)
    ? defined[0]
    : unknown("the arguments have different types");
}

/** Returns the type of untyped constants. */
function constant(types: readonly GoType[]): GoType | undefined {
  const [first, ...others] = types;
  if (!first || types.some((type) => type.kind === "unknown")) return undefined;
  return defaultType(
    others.reduce((type, other) => typeOfOperation("+", type, () => other), first),
  );
}

function orUnknown(type: GoType | undefined): GoType {
  return type ?? unknown("the type argument is not known");
}
