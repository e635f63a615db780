import type { GoSourceCode } from "../source/go-source-code.ts";
import type { GoNode } from "../syntax/node.ts";
import { mergeDeclarations, readDeclarations } from "./declarations.ts";
import { readImports, type GoImport } from "./imports.ts";
import { THIS_PACKAGE, type PackageDeclarations, type PackageSource } from "./packages.ts";
import { lookUp, readScopes, type Binding, type FileScopes } from "./scopes.ts";
import { TypeReader } from "./type-of.ts";
import type { GoType } from "./types.ts";
import { isUniverseName } from "./universe.ts";

/** What a name means: its binding, a name of Go's own, or null: it is declared in another file. */
export type Resolution = Binding | "universe" | null;

/** What the names of one file mean. Read on demand, once a file. */
export class GoNames {
  readonly #sourceCode: GoSourceCode;
  readonly #known: PackageSource;
  #imports: readonly GoImport[] | undefined;
  #scopes: FileScopes | undefined;
  #types: TypeReader | undefined;
  #own: PackageDeclarations | undefined;

  constructor(sourceCode: GoSourceCode, known: PackageSource) {
    this.#sourceCode = sourceCode;
    this.#known = known;
  }

  get imports(): readonly GoImport[] {
    return (this.#imports ??= readImports(this.#sourceCode.tree));
  }

  /** The paths of the file's dot imports: a name that is declared nowhere may come from them. */
  get dotImports(): readonly string[] {
    return this.imports.filter(({ alias }) => alias === ".").map(({ path }) => path);
  }

  /** The name in the package clause; empty if there is none. */
  get packageName(): string {
    return this.#ownPackage.name;
  }

  /**
   * What an identifier means where it stands. Not for the names of fields and
   * methods after a dot, of keys in struct literals, and of labels: these mean
   * something only within their type.
   */
  resolve(identifier: GoNode): Resolution {
    const defined = this.#fileScopes.definitions.get(identifier.range[0]);
    if (defined) return defined;
    const name = identifier.text;
    return (
      lookUp(this.#fileScopes.root, name, identifier.range[0]) ??
      (isUniverseName(name) ? "universe" : null)
    );
  }

  /** The import that an identifier means, or null if it means something else. */
  importOf(identifier: GoNode): GoImport | null {
    if (identifier.kind !== "identifier" && identifier.kind !== "package_identifier") return null;
    const meaning = this.resolve(identifier);
    return meaning !== null && meaning !== "universe" ? (meaning.import ?? null) : null;
  }

  /** The type of an expression, or why it is not known. */
  typeOf(expression: GoNode): GoType {
    return this.#typeReader.typeOf(expression);
  }

  get #fileScopes(): FileScopes {
    return (this.#scopes ??= readScopes(this.#sourceCode.tree, this.imports));
  }

  get #typeReader(): TypeReader {
    return (this.#types ??= new TypeReader(
      (name, offset) => lookUp(this.#fileScopes.root, name, offset),
      { packageOf: (path) => this.#packageOf(path) },
      this.imports.filter(({ alias }) => alias === ".").map(({ path }) => path),
    ));
  }

  get #ownPackage(): PackageDeclarations {
    if (!this.#own) {
      const types = this.#typeReader;
      const file = readDeclarations(this.#sourceCode.ast, types.context, (name) =>
        types.typeOf(name),
      );
      this.#own = mergeDeclarations(THIS_PACKAGE, [file], false);
    }
    return this.#own;
  }

  #packageOf(importPath: string): PackageDeclarations | null {
    return importPath === THIS_PACKAGE ? this.#ownPackage : this.#known.packageOf(importPath);
  }
}
