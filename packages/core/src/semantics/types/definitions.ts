import { findMember } from "./members.ts";
import type { PackageSource, TypeDeclaration } from "./package-declarations.ts";
import { instanceOf } from "./substitution.ts";
import { unknown, type GoType, type NamedType, type ParameterType } from "./go-type.ts";

/** A limit for chains of type declarations, which no code by people reaches. */
const MAX_STEPS = 400;
/** A limit for the nesting of constraints, which no code by people reaches. */
const MAX_DEPTH = 20;

/** The underlying type that all types of a constraint share. */
export interface CoreType {
  readonly type: GoType;
  /** True if it is the only type; otherwise any type with this underlying type is meant. */
  readonly exact: boolean;
}

/** Looks up the declarations of named types and type parameters. */
export class Definitions {
  readonly #packages: PackageSource;
  readonly #constraintOf: (type: ParameterType) => GoType;

  constructor(packages: PackageSource, constraintOf: (type: ParameterType) => GoType) {
    this.#packages = packages;
    this.#constraintOf = constraintOf;
  }

  /**
   * Returns the underlying type; for a type parameter the one that all its types share. A type
   * whose declaration was not read is returned as it is.
   */
  underlying(type: GoType): GoType {
    if (type.kind === "parameter") {
      const core = this.coreOf(this.#constraintOf(type));
      return core
        ? this.#resolve(core.type, false)
        : unknown(`'${type.name}' is a type parameter`);
    }
    return this.#resolve(type, false);
  }

  /** Returns a type without aliases. */
  withoutAliases(type: GoType): GoType {
    if (type.kind === "pointer") {
      const element = this.withoutAliases(type.element);
      return element === type.element ? type : { kind: "pointer", element };
    }
    return this.#resolve(type, true);
  }

  /** Returns the core type of a constraint; null if none is known. */
  coreOf(constraint: GoType, depth = 0): CoreType | null {
    const type = this.#resolve(constraint, false);
    if (type.kind !== "interface") {
      return isKnown(type) ? { type: constraint, exact: true } : null;
    }
    if (type.underlying) return { type: type.underlying, exact: false };
    if (depth === MAX_DEPTH) return null;
    for (const embedded of type.embedded) {
      const core = this.coreOf(embedded, depth + 1);
      if (core) return core;
    }
    return null;
  }

  /** Returns the type of the field or method `value.name`. */
  memberOf(type: GoType, name: string): GoType {
    const found = findMember(type, name, this.#packages);
    return found.kind === "member" ? found.type : found;
  }

  #resolve(type: GoType, onlyAliases: boolean): GoType {
    let current = type;
    for (let step = 0; current.kind === "named" && step < MAX_STEPS; step += 1) {
      const declaration = this.#declarationOf(current);
      if (!declaration || (onlyAliases && !declaration.alias)) return current;
      current = instanceOf(declaration.type, current.arguments);
    }
    return current;
  }

  #declarationOf(type: NamedType): TypeDeclaration | undefined {
    return this.#packages.packageOf(type.importPath)?.types.get(type.name);
  }
}

const INTERFACES = new Set(["any", "comparable", "error"]);

/** Returns false for an interface, or a type that may be one. */
function isKnown(type: GoType): boolean {
  return type.kind === "named"
    ? type.importPath === "" && !INTERFACES.has(type.name)
    : type.kind !== "unknown" && type.kind !== "parameter";
}
