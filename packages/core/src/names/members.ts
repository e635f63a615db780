import { THIS_PACKAGE, type PackageSource } from "./packages.ts";
import {
  formatType,
  named,
  unknown,
  withoutPointer,
  type GoType,
  type NamedType,
  type StructType,
} from "./types.ts";

/** Deeper than embedding is in any code that a person wrote. */
const MAX_DEPTH = 20;

/**
 * The type of `value.name`: a field's, or a method's as a function. Embedded fields
 * are searched level by level, as Go does; a name that is found twice on a level is
 * no one's.
 */
export function memberOf(value: GoType, name: string, packages: PackageSource): GoType {
  let level: readonly Candidate[] = [{ type: withoutPointer(value), repeated: false }];
  const seen = new Set<string>();
  let maybeHidden: string | null = null;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const found: GoType[] = [];
    const embedded: Candidate[] = [];
    let doubt: string | null = null;
    let incomplete: string | null = null;
    for (const { type, repeated } of level) {
      const own = ownMembers(type, packages, seen);
      const member = own.members.get(name);
      if (member) found.push(member, ...(repeated ? [member] : []));
      embedded.push(...own.embedded.map((inner) => ({ type: inner, repeated })));
      doubt ??= own.doubt;
      incomplete ??= own.incomplete;
    }
    const [member, second] = found;
    if (second) return unknown(`'${name}' is ambiguous in ${formatType(value)}`);
    if (member) {
      // A method in another file would hide a promoted method. It would hide a promoted
      // field too, but what is selected from a field cannot be selected from a method.
      return maybeHidden !== null && member.kind === "function"
        ? unknown(`type '${maybeHidden}' may have its own '${name}' in another file`)
        : member;
    }
    if (doubt !== null) return unknown(doubt);
    maybeHidden ??= incomplete;
    level = withoutRepetitions(embedded);
  }
  return unknown(`${formatType(value)} has no field or method '${name}' that was read`);
}

/** A type on a level of embedding; `repeated` if it stands there more than once. */
interface Candidate {
  readonly type: GoType;
  readonly repeated: boolean;
}

/** Keeps a type that is embedded by many from being searched many times. */
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
    byName.set(key, { type, repeated: candidate.repeated || byName.has(key) });
  }
  return [...byName.values(), ...unnamed];
}

function keyOf(importPath: string, name: string): string {
  return `${importPath}.${name}`;
}

/** What a type has itself, and what it embeds. */
interface Members {
  readonly members: ReadonlyMap<string, GoType>;
  readonly embedded: readonly GoType[];
  /** Why it may have other members still. */
  readonly doubt: string | null;
  /** The name of the type if other files may give it methods. */
  readonly incomplete: string | null;
}

const NO_MEMBERS: Members = {
  members: new Map(),
  embedded: [],
  doubt: null,
  incomplete: null,
};

function ownMembers(type: GoType, packages: PackageSource, seen: Set<string>): Members {
  const methods = new Map<string, GoType>();
  let incomplete: string | null = null;
  let isDefined = false;
  let current = type;
  for (let step = 0; current.kind === "named"; step += 1) {
    const { importPath, name } = current;
    if (!isDefined) {
      const key = keyOf(importPath, name);
      if (seen.has(key)) return NO_MEMBERS;
      seen.add(key);
    }
    if (importPath === "") return errorMembers(name);
    const declarations = packages.packageOf(importPath);
    const declaration = declarations?.types.get(name);
    if (!declarations || !declaration) {
      return {
        ...NO_MEMBERS,
        members: methods,
        doubt: notRead(current, !!declarations),
        incomplete,
      };
    }
    // A defined type has its own methods and the fields of what it is defined as; the
    // methods of that are not its own.
    if (!declaration.alias && !isDefined) {
      isDefined = true;
      for (const [method, signature] of declaration.methods) methods.set(method, signature);
      if (!declarations.complete) incomplete = name;
    }
    if (step === MAX_DEPTH) return { ...NO_MEMBERS, doubt: `'${name}' is defined as itself` };
    current = declaration.alias ? withoutPointer(declaration.type) : declaration.type;
  }
  switch (current.kind) {
    case "struct":
      return { ...NO_MEMBERS, ...structMembers(current, methods), incomplete };
    case "interface":
      return { ...NO_MEMBERS, members: current.methods, embedded: current.embedded };
    case "unknown":
      // The methods that were read are certain; anything else is not.
      return { ...NO_MEMBERS, members: methods, doubt: current.reason, incomplete };
    default:
      return { ...NO_MEMBERS, members: methods, incomplete };
  }
}

function structMembers(struct: StructType, methods: ReadonlyMap<string, GoType>) {
  const fields = struct.fields.map(({ name, type }) => [name, type] as const);
  return {
    members: new Map([...methods, ...fields]),
    embedded: struct.fields
      .filter((field) => field.embedded)
      .map((field) => withoutPointer(field.type)),
  };
}

function errorMembers(name: string): Members {
  if (name !== "error") return NO_MEMBERS;
  const method: GoType = { kind: "function", results: [named("", "string")] };
  return { ...NO_MEMBERS, members: new Map([["Error", method]]) };
}

function notRead({ importPath, name }: NamedType, packageKnown: boolean): string {
  if (importPath === THIS_PACKAGE) return `type '${name}' is declared in another file`;
  return packageKnown
    ? `package "${importPath}" declares no type '${name}' that was read`
    : `the declarations of package "${importPath}" were not read`;
}
