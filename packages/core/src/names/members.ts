import { THIS_PACKAGE, type PackageSource } from "./packages.ts";
import {
  formatType,
  unknown,
  withoutPointer,
  type Field,
  type GoType,
  type InterfaceType,
  type StructType,
} from "./types.ts";

const MAX_DEPTH = 20;

/**
 * The type of `value.name`: a field's, or a method's as a function. Embedded fields
 * are searched level by level, as Go does.
 */
export function memberOf(value: GoType, name: string, packages: PackageSource): GoType {
  let level: GoType[] = [withoutPointer(value)];
  const seen = new Set<string>();
  let doubt: string | null = null;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const next: GoType[] = [];
    for (const type of level) {
      const own = ownMembers(type, packages, seen);
      if (own.kind === "unknown") {
        doubt ??= own.reason;
        continue;
      }
      const found = own.members.get(name);
      if (found) return found;
      next.push(...own.embedded);
    }
    if (doubt !== null) return unknown(doubt);
    level = next;
  }
  return unknown(`${formatType(value)} has no field or method '${name}' that was read`);
}

interface Members {
  readonly kind: "members";
  readonly members: ReadonlyMap<string, GoType>;
  readonly embedded: readonly GoType[];
}

const NO_MEMBERS: Members = { kind: "members", members: new Map(), embedded: [] };

function ownMembers(
  type: GoType,
  packages: PackageSource,
  seen: Set<string>,
): Members | { readonly kind: "unknown"; readonly reason: string } {
  const methods = new Map<string, GoType>();
  let current = type;
  while (current.kind === "named") {
    const key = `${current.importPath}.${current.name}`;
    if (seen.has(key)) return NO_MEMBERS;
    seen.add(key);
    if (current.importPath === "") return errorMembers(current.name);
    const declarations = packages.packageOf(current.importPath);
    const declaration = declarations?.types.get(current.name);
    if (!declaration) return unknown(notRead(current.importPath, current.name, !!declarations));
    // A defined type has its own methods and the fields of what it is defined as, not the methods.
    if (declaration.alias || methods.size === 0) {
      for (const [name, method] of declaration.methods) methods.set(name, method);
    }
    current = declaration.alias ? withoutPointer(declaration.type) : declaration.type;
  }
  switch (current.kind) {
    case "struct":
      return { kind: "members", ...structMembers(current, methods) };
    case "interface":
      return { kind: "members", ...interfaceMembers(current) };
    case "unknown":
      // The methods that were read are certain; anything else is not.
      return methods.size > 0
        ? { kind: "members", members: methods, embedded: [current] }
        : current;
    default:
      return { kind: "members", members: methods, embedded: [] };
  }
}

function structMembers(struct: StructType, methods: ReadonlyMap<string, GoType>) {
  const members = new Map(methods);
  for (const field of struct.fields) {
    if (!members.has(field.name)) members.set(field.name, field.type);
  }
  const embedded = struct.fields.filter((field: Field) => field.embedded);
  return { members, embedded: embedded.map((field) => withoutPointer(field.type)) };
}

function interfaceMembers(type: InterfaceType) {
  return { members: type.methods, embedded: type.embedded };
}

function errorMembers(name: string): Members {
  if (name !== "error") return NO_MEMBERS;
  const text: GoType = { kind: "named", importPath: "", name: "string" };
  const members = new Map([["Error", { kind: "function", results: [text] } as const]]);
  return { kind: "members", members, embedded: [] };
}

function notRead(importPath: string, name: string, packageKnown: boolean): string {
  if (importPath === THIS_PACKAGE) return `type '${name}' is declared in another file`;
  return packageKnown
    ? `package "${importPath}" declares no type '${name}' that was read`
    : `the declarations of package "${importPath}" were not read`;
}
