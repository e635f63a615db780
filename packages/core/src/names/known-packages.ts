import { SyntaxTree } from "../syntax/tree.ts";
import { mergeDeclarations, readDeclarations } from "./declarations.ts";
import { readImports } from "./imports.ts";
import type { PackageDeclarations, PackageSource } from "./packages.ts";
import { FileScopes } from "./scopes.ts";
import { readType, type TypeContext } from "./declared-types.ts";
import { unknown } from "./types.ts";

/**
 * Declarations that a rule pack brings of packages outside the code it reads, as
 * the Go that a package's documentation shows: functions without bodies, types,
 * variables with their types.
 *
 * @param sources The Go text of each package, by import path.
 */
export function knownPackages(sources: Readonly<Record<string, string>>): PackageSource {
  const read = new Map<string, PackageDeclarations>();
  return {
    nameOf(importPath) {
      return this.packageOf(importPath)?.name ?? null;
    },
    packageOf(importPath) {
      const known = read.get(importPath);
      if (known) return known;
      const source = Object.hasOwn(sources, importPath) ? sources[importPath] : undefined;
      if (source === undefined) return null;
      const declarations = readPackage(importPath, source);
      read.set(importPath, declarations);
      return declarations;
    },
  };
}

function readPackage(importPath: string, source: string): PackageDeclarations {
  const tree = SyntaxTree.parse(source);
  try {
    if (tree.root.hasError) {
      throw new Error(`The declarations given for package "${importPath}" are not Go.`);
    }
    const imports = readImports(tree, () => null);
    const scopes = new FileScopes(tree, imports);
    const context: TypeContext = {
      importPath,
      lookUp: (name, offset) => scopes.lookUp(name, offset),
      dotImports: [],
      localType: () => unknown("a local type"),
    };
    const file = readDeclarations(tree.root, context, ({ text, parent }) => {
      const isValue = parent?.kind === "var_spec" || parent?.kind === "const_spec";
      if (isValue && parent.type) return readType(parent.type, context);
      throw new Error(`'${text}' of package "${importPath}" needs a written type.`);
    });
    return mergeDeclarations(importPath, [readNow(file)], false);
  } finally {
    tree.dispose();
  }
}

/** The types of the values while the tree is there to read them from. */
function readNow(file: ReturnType<typeof readDeclarations>): typeof file {
  const values = new Map(
    [...file.values].map(([name, read]) => {
      const type = read();
      return [name, () => type] as const;
    }),
  );
  return { ...file, values };
}
