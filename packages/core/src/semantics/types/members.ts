import {
  declaredMember,
  declaredMembers,
  MAX_DEPTH,
  typeKey,
  type DeclaredMembers,
} from "./declared-members.ts";
import {
  formatType,
  unknown,
  withoutPointer,
  type GoType,
  type UnknownType,
} from "./go-type.ts";
import type { PackageSource } from "./package-declarations.ts";

/** A field or method of a type. */
export interface Member {
  readonly kind: "member";
  /** The field's type, or the method's as a function. */
  readonly type: GoType;
  /** The type that declares it: that of the value, or one that is embedded in it. */
  readonly owner: GoType;
  /**
   * The types that have it, from that of the value by those that it is promoted through to the
   * one that declares it: `[buffered, *bytes.Buffer]` for `b.Write` of
   * `type buffered struct { *bytes.Buffer }`.
   */
  readonly path: readonly GoType[];
}

/** The result of a search without success. */
export interface MissingMember extends UnknownType {
  /** True if the type has no such member; false if it may have one that was not read. */
  readonly isCertain: boolean;
}

/** Finds fields and methods of types, each once: the same few are asked for again and again. */
export class Members {
  readonly #packages: PackageSource;
  readonly #found = new Map<GoType, Map<string, Member | MissingMember>>();

  constructor(packages: PackageSource) {
    this.#packages = packages;
  }

  find(value: GoType, name: string): Member | MissingMember {
    const type = withoutPointer(value);
    let members = this.#found.get(type);
    if (!members) this.#found.set(type, (members = new Map<string, Member | MissingMember>()));
    let found = members.get(name);
    if (!found) members.set(name, (found = find(type, name, this.#packages)));
    return found;
  }
}

/**
 * Finds the field or method `value.name`. Embedded fields are searched level by level, as Go
 * does; a name that occurs twice on a level is ambiguous. An interface may have the same method by
 * way of several that it embeds.
 */
export function findMember(
  value: GoType,
  name: string,
  packages: PackageSource,
): Member | MissingMember {
  return find(withoutPointer(value), name, packages);
}

function find(owner: GoType, name: string, packages: PackageSource): Member | MissingMember {
  const type = declaredMember(owner, name, packages);
  return type
    ? { kind: "member", type, owner, path: [owner] }
    : searchLevels(owner, name, packages);
}

function searchLevels(
  value: GoType,
  name: string,
  packages: PackageSource,
): Member | MissingMember {
  let level: readonly Candidate[] = [{ type: value, repeated: false, path: [value] }];
  const seen = new Set<string>();
  let maybeHidden: string | null = null;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const found: Member[] = [];
    const embedded: Candidate[] = [];
    let unknownReason: string | null = null;
    let incomplete: string | null = null;
    for (const candidate of level) {
      const own = searchCandidate(candidate, name, packages, seen);
      if (own.member) found.push(own.member, ...(candidate.repeated ? [own.member] : []));
      embedded.push(...own.embedded);
      unknownReason ??= own.unknownReason;
      incomplete ??= own.incomplete;
    }
    const [member, second] = found;
    if (second) return missing(`'${name}' is ambiguous in ${formatType(value)}`);
    if (member) {
      // A method in another file would hide a promoted method. It would hide a promoted
      // field too, but what is selected from a field cannot be selected from a method.
      return maybeHidden !== null && member.type.kind === "function"
        ? missing(`type '${maybeHidden}' may have its own '${name}' in another file`)
        : member;
    }
    if (unknownReason !== null) return missing(unknownReason);
    maybeHidden ??= incomplete;
    level = withoutRepetitions(embedded);
  }
  const isCertain = maybeHidden === null && level.length === 0;
  return missing(
    `${formatType(value)} has no field or method '${name}' that was read`,
    isCertain,
  );
}

/** The member that one type of a level has, and the types that are searched after it. */
interface Found extends Pick<DeclaredMembers, "unknownReason" | "incomplete"> {
  readonly member: Member | null;
  readonly embedded: readonly Candidate[];
}

/**
 * Finds a member in one type. An interface has the methods of all that it embeds; those with one
 * name are the same.
 *
 * @param seen The types of the levels before; `seenInside` those that the interface embeds, which
 *   others of the level may embed as well.
 */
function searchCandidate(
  { type: owner, repeated, path }: Candidate,
  name: string,
  packages: PackageSource,
  seen: Set<string>,
  seenInside?: Set<string>,
): Found {
  const declared = declaredMembers(owner, name, packages, seen);
  let { unknownReason } = declared;
  const { incomplete, isInterface } = declared;
  const type = declared.member(name);
  let member: Member | null = type ? { kind: "member", type, owner, path } : null;
  const embedded: Candidate[] = declared.embedded.map((inner) => ({
    type: withoutPointer(inner),
    repeated,
    path: [...path, inner],
  }));
  if (!isInterface) return { member, embedded, unknownReason, incomplete };
  const inside = seenInside ?? new Set<string>();
  for (const inner of embedded) {
    if (member) break;
    const found = searchCandidate(inner, name, packages, inside, inside);
    ({ member } = found);
    unknownReason ??= found.unknownReason;
    // A constraint may embed what is no interface.
    embedded.push(...found.embedded);
  }
  return { member, embedded: [], unknownReason, incomplete };
}

function missing(reason: string, isCertain = false): MissingMember {
  return { ...unknown(reason), isCertain };
}

/** A type on a level of embedding; `repeated` if it occurs there more than once. */
interface Candidate {
  readonly type: GoType;
  readonly repeated: boolean;
  readonly path: readonly GoType[];
}

/**
 * Returns the types of a level, each once, so that a type with many paths to it is searched
 * once.
 */
function withoutRepetitions(level: readonly Candidate[]): Candidate[] {
  const byName = new Map<string, Candidate>();
  const unnamed: Candidate[] = [];
  for (const candidate of level) {
    const { type } = candidate;
    if (type.kind !== "named") {
      unnamed.push(candidate);
      continue;
    }
    const key = typeKey(type.importPath, type.name);
    byName.set(key, { ...candidate, repeated: candidate.repeated || byName.has(key) });
  }
  return [...byName.values(), ...unnamed];
}
