import {
  THIS_PACKAGE,
  type Lookup,
  type PackageSource,
  type TypeDeclaration,
} from "./package-declarations.ts";
import { instanceOf } from "./substitution.ts";
import {
  named,
  withoutPointer,
  type Field,
  type GoType,
  type NamedType,
  type StructType,
} from "./go-type.ts";
import { unreadPackageReason } from "./unread-package.ts";

/** A limit for the depth of embedding, which no code by people reaches. */
export const MAX_DEPTH = 20;

/**
 * Returns the member that a defined type declares itself, without what it embeds. A method has
 * no field of its name beside it.
 */
export function declaredMember(
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

/**
 * Returns the fields that a struct type declares, embedded types among them, but not their
 * fields; none if the type is no struct, or was not read.
 */
export function fieldsOf(value: GoType, packages: PackageSource): readonly Field[] {
  let current = withoutPointer(value);
  for (let step = 0; current.kind === "named" && step < MAX_DEPTH; step += 1) {
    const { importPath, name, arguments: typeArguments } = current;
    const written = packages.packageOf(importPath)?.types.get(name)?.type;
    if (!written) return [];
    current = instanceOf(written, typeArguments);
  }
  return current.kind === "struct" ? current.fields : [];
}

/** Returns the key of a named type. */
export function typeKey(importPath: string, name: string): string {
  return `${importPath}.${name}`;
}

/** The members that a type declares, and the types that it embeds. */
export interface DeclaredMembers {
  member(name: string): GoType | undefined;
  readonly embedded: readonly GoType[];
  /** True for an interface, which has the methods of those that it embeds as its own. */
  readonly isInterface: boolean;
  /** The reason why it may have other members still, or null. */
  readonly unknownReason: string | null;
  /** The name of the type if other files may declare methods for it. */
  readonly incomplete: string | null;
}

const NO_MEMBERS: DeclaredMembers = {
  member: () => undefined,
  embedded: [],
  isInterface: false,
  unknownReason: null,
  incomplete: null,
};

const ERROR_METHOD: GoType = { kind: "function", results: [named("", "string")] };

const ERROR_MEMBERS: DeclaredMembers = {
  ...NO_MEMBERS,
  member: (name) => (name === "Error" ? ERROR_METHOD : undefined),
};

/**
 * Returns the members that a type declares.
 *
 * @param seen The types that were looked at, by their keys: they have no members again.
 */
export function declaredMembers(
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
      const key = typeKey(importPath, name);
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
        isInterface: true,
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
