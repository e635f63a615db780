import {
  THIS_PACKAGE,
  type Lookup,
  type PackageSource,
  type TypeDeclaration,
} from "./package-declarations.ts";
import { instanceOf } from "./substitution.ts";
import {
  formatType,
  named,
  unknown,
  withoutPointer,
  type Field,
  type GoType,
  type NamedType,
  type StructType,
  type UnknownType,
} from "./go-type.ts";
import { unreadPackageReason } from "./unread-package.ts";

/** A limit for the depth of embedding, which no code by people reaches. */
const MAX_DEPTH = 20;

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
 * does; a name that occurs twice on a level is ambiguous.
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

/**
 * Returns the member that a defined type declares itself, without what it embeds. A method has
 * no field of its name beside it.
 */
function declaredMember(
  type: GoType,
  name: string,
  packages: PackageSource,
): GoType | undefined {
  if (type.kind !== "named" || type.importPath === "") return undefined;
  const declaration = packages.packageOf(type.importPath)?.types.get(type.name);
  if (!declaration || declaration.alias) return undefined;
  const member = memberIn(declaration, name);
  return member && instanceOf(member, type.arguments);
}

/**
 * Returns the field or method with a name. The method comes last: all files of a library are
 * read to know that there is none.
 */
function memberIn({ type, methods }: TypeDeclaration, name: string): GoType | undefined {
  if (type.kind === "interface") return type.methods.get(name);
  const field = type.kind === "struct" && type.fields.find((one) => one.name === name);
  return field ? field.type : methods.get(name);
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
    for (const { type: owner, repeated, path } of level) {
      const declared = declaredMembers(owner, name, packages, seen);
      const type = declared.member(name);
      if (type) {
        const member: Member = { kind: "member", type, owner, path };
        found.push(member, ...(repeated ? [member] : []));
      }
      embedded.push(
        ...declared.embedded.map((inner) => ({
          type: withoutPointer(inner),
          repeated,
          path: [...path, inner],
        })),
      );
      unknownReason ??= declared.unknownReason;
      incomplete ??= declared.incomplete;
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

/**
 * Returns the fields that a struct type declares, embedded types among them, but not their
 * fields; none if the type is no struct, or was not read.
 */
export function fieldsOf(value: GoType, packages: PackageSource): readonly Field[] {
  let current = withoutPointer(value);
  for (let step = 0; current.kind === "named" && step < MAX_DEPTH; step += 1) {
    const { importPath, name, arguments: typeArguments } = current;
    const written = packages.packageOf(importPath)?.types.get(name)?.type;
    current = written ? instanceOf(written, typeArguments) : unknown(`'${name}' was not read`);
  }
  return current.kind === "struct" ? current.fields : [];
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
    const key = keyOf(type.importPath, type.name);
    byName.set(key, { ...candidate, repeated: candidate.repeated || byName.has(key) });
  }
  return [...byName.values(), ...unnamed];
}

function keyOf(importPath: string, name: string): string {
  return `${importPath}.${name}`;
}

/** The members that a type declares, and the types that it embeds. */
interface DeclaredMembers {
  member(name: string): GoType | undefined;
  readonly embedded: readonly GoType[];
  /** The reason why it may have other members still, or null. */
  readonly unknownReason: string | null;
  /** The name of the type if other files may declare methods for it. */
  readonly incomplete: string | null;
}

const NO_MEMBERS: DeclaredMembers = {
  member: () => undefined,
  embedded: [],
  unknownReason: null,
  incomplete: null,
};

const ERROR_METHOD: GoType = { kind: "function", results: [named("", "string")] };

const ERROR_MEMBERS: DeclaredMembers = {
  ...NO_MEMBERS,
  member: (name) => (name === "Error" ? ERROR_METHOD : undefined),
};

function declaredMembers(
  type: GoType,
  wanted: string,
  packages: PackageSource,
  seen: Set<string>,
): DeclaredMembers {
  let methods: (name: string) => GoType | undefined = () => undefined;
  let incomplete: string | null = null;
  let isDefined = false;
  let current = type;
  let typeArguments: readonly GoType[] | undefined;
  for (let step = 0; current.kind === "named"; step += 1) {
    const { importPath, name } = current;
    if (!isDefined) {
      const key = keyOf(importPath, name);
      if (seen.has(key)) return NO_MEMBERS;
      seen.add(key);
    }
    if (importPath === "") {
      if (name === "error") return ERROR_MEMBERS;
      return { ...NO_MEMBERS, member: methods, incomplete };
    }
    const declarations = packages.packageOf(importPath);
    const declaration = declarations?.types.get(name);
    if (!declarations || !declaration) {
      const unknownReason = notRead(current, !!declarations);
      return { ...NO_MEMBERS, member: methods, unknownReason, incomplete };
    }
    // A defined type has its own methods and the fields of what it is defined as; the
    // methods of that are not its own.
    if (!declaration.alias && !isDefined) {
      isDefined = true;
      if (declaration.type.kind !== "interface")
        methods = instances(declaration.methods, current.arguments);
      if (!declarations.complete) incomplete = name;
      // No field is called as a method is: so the type's own declaration is not needed.
      const method = methods(wanted);
      if (method) return { ...NO_MEMBERS, member: () => method };
    }
    if (step === MAX_DEPTH)
      return { ...NO_MEMBERS, unknownReason: `'${name}' is defined as itself` };
    typeArguments = current.arguments;
    const written = declaration.alias ? withoutPointer(declaration.type) : declaration.type;
    // Of structs and interfaces only what is selected is put in place.
    current = hasMembers(written) ? written : instanceOf(written, typeArguments);
  }
  const declared: DeclaredMembers = { ...NO_MEMBERS, member: methods, incomplete };
  switch (current.kind) {
    case "struct":
      return { ...declared, ...structMembers(current, typeArguments, methods) };
    case "interface":
      return {
        ...NO_MEMBERS,
        member: instances(current.methods, typeArguments),
        embedded: current.embedded.map((inner) => instanceOf(inner, typeArguments)),
      };
    case "unknown":
      // The methods that were read are certain; anything else is not.
      return { ...declared, unknownReason: current.reason };
    default:
      return declared;
  }
}

function hasMembers({ kind }: GoType): boolean {
  return kind === "struct" || kind === "interface";
}

function instances(lookup: Lookup<GoType>, typeArguments: readonly GoType[] | undefined) {
  return (name: string) => {
    const type = lookup.get(name);
    return type && instanceOf(type, typeArguments);
  };
}

function structMembers(
  { fields }: StructType,
  typeArguments: readonly GoType[] | undefined,
  methods: (name: string) => GoType | undefined,
) {
  const embedded = fields.filter((field) => field.embedded);
  return {
    member(name: string) {
      const field = fields.find((candidate) => candidate.name === name);
      return field ? instanceOf(field.type, typeArguments) : methods(name);
    },
    embedded: embedded.map(({ type }) => instanceOf(type, typeArguments)),
  };
}

function notRead({ importPath, name }: NamedType, packageKnown: boolean): string {
  if (importPath === THIS_PACKAGE) return `type '${name}' is declared in another file`;
  return packageKnown
    ? `package "${importPath}" declares no type '${name}' that was read`
    : unreadPackageReason(importPath);
}
