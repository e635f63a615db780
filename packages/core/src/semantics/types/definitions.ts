import { findMember } from "./members.ts";
import type { PackageSource, TypeDeclaration } from "./package-declarations.ts";
import { instanceOf } from "./substitution.ts";
import { unknown, type GoType, type NamedType, type ParameterType } from "./go-type.ts";

/** More steps than it takes to any type's end that a person wrote. */
const MAX_STEPS = 400;
/** Deeper than constraints are nested in any code that a person wrote. */
const MAX_DEPTH = 20;

/** The one type that all types of a constraint have below their names. */
export interface CoreType {
  readonly type: GoType;
  /** True if it is the only type; else any type is meant that is made of it. */
  readonly exact: boolean;
}

/** What named types and type parameters stand for. */
export class Definitions {
  readonly #packages: PackageSource;
  readonly #constraintOf: (type: ParameterType) => GoType;

  constructor(packages: PackageSource, constraintOf: (type: ParameterType) => GoType) {
    this.#packages = packages;
    this.#constraintOf = constraintOf;
  }

  /**
   * What a type is made of: of a type parameter, what all its types are made of. A type
   * whose declaration was not read is itself.
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

  /** The type by its own name, where it is named by an alias. */
  withoutAliases(type: GoType): GoType {
    if (type.kind === "pointer") {
      const element = this.withoutAliases(type.element);
      return element === type.element ? type : { kind: "pointer", element };
    }
    return this.#resolve(type, true);
  }

  /** The core type of a constraint; null if it has none that is known. */
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

  /** The type of `value.name`. */
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

/** False for what is an interface, or may be one. */
function isKnown(type: GoType): boolean {
  return type.kind === "named"
    ? type.importPath === "" && !INTERFACES.has(type.name)
    : type.kind !== "unknown" && type.kind !== "parameter";
}
