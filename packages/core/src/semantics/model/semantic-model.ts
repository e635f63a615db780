import type { GoSourceCode } from "../../source/go-source-code.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { Caches } from "../../syntax/owner-cache.ts";
import { readHeader, type FileHeader } from "../scan/file-header.ts";
import { readImports, type GoImport } from "../scopes/imports.ts";
import { fieldsOf } from "../types/declared-members.ts";
import { declares, declaringPackageOf } from "../types/dot-imports.ts";
import { literalOfKey } from "../types/literal-keys.ts";
import type { PackageDeclarations, PackageSource } from "../types/package-declarations.ts";
import { ScopeManager } from "../scopes/scope-manager.ts";
import type { DeclaredSymbol, GoSymbol, SymbolKind } from "../scopes/symbol.ts";
import { TypeChecker } from "../types/type-checker.ts";
import {
  formatType,
  isErrorType,
  tuple,
  unknown,
  withoutPointer,
  type Field,
  type GoType,
  type NamedType,
} from "../types/go-type.ts";
import { universeSymbol } from "../scopes/universe.ts";
import { isScopeName, isTypeExpression, mayBeValue, mayDeclare } from "./node-roles.ts";

const NEVER_KEYS: ReadonlySet<SymbolKind> = new Set([
  "import",
  "function",
  "type",
  "type parameter",
]);

/** The types in whose literals a key is an expression, and not the name of a field. */
const KEYED_BY_VALUES: ReadonlySet<GoType["kind"]> = new Set<GoType["kind"]>([
  "array",
  "map",
  "slice",
]);

/** The symbols and types of one file, read on demand and kept. */
export class SemanticModel {
  readonly caches: Caches = new Map();
  readonly #sourceCode: GoSourceCode;
  /** The import path of the file's package; `.` if it belongs to no module that is known. */
  readonly importPath: string;
  readonly #own: () => PackageDeclarations;
  /** The file's own package and what it can import. */
  readonly #all: PackageSource;
  #readHeader: FileHeader | undefined;
  #imports: readonly GoImport[] | undefined;
  #importPaths: readonly string[] | undefined;
  #scopes: ScopeManager | undefined;
  #types: TypeChecker | undefined;

  /**
   * @param own The package of the file, and its import path.
   * @param packages What it can import.
   */
  constructor(
    sourceCode: GoSourceCode,
    importPath: string,
    own: () => PackageDeclarations,
    packages: PackageSource,
  ) {
    this.#sourceCode = sourceCode;
    this.importPath = importPath;
    this.#own = own;
    const read = new Map<string, PackageDeclarations>();
    this.#all = {
      packageOf: (path) => {
        if (path === importPath) return own();
        const found = read.get(path) ?? packages.packageOf(path);
        if (found) read.set(path, found);
        return found;
      },
      nameOf: (path) => packages.nameOf(path),
    };
  }

  /** The package clause and the imports, read from the text: no tree is made for them. */
  get #header(): FileHeader {
    return (this.#readHeader ??= readHeader(this.#sourceCode.text));
  }

  get imports(): readonly GoImport[] {
    return (this.#imports ??= readImports(this.#sourceCode.tree, (path) =>
      this.#all.nameOf(path),
    ));
  }

  /** The paths of the imports, in their order: no package is read for them. */
  get importPaths(): readonly string[] {
    return (this.#importPaths ??= this.#header.imports.map(({ path }) => path));
  }

  /** The paths of the dot imports of the file, where undeclared names may come from. */
  get dotImports(): readonly string[] {
    return this.imports.filter(({ alias }) => alias === ".").map(({ path }) => path);
  }

  /**
   * Returns the import path of the package that declares a name which no scope of the file
   * declares: its own or a dot-imported one; null if there are several candidates.
   */
  declaringPackageOf(name: string): string | null {
    return declaringPackageOf(name, {
      importPath: this.importPath,
      dotImports: this.dotImports,
      packages: this.#all,
    });
  }

  /** The name in the package clause; empty if there is none. */
  get packageName(): string {
    return this.#header.packageName;
  }

  /**
   * Returns the symbol that an identifier means. It is null for a name that is in no scope: a
   * label, or a field or method after a dot or as a key in a struct literal. It is also null
   * for a key of a literal that may be a struct's or a map's, as far as the file tells.
   */
  resolve(identifier: GoNode): GoSymbol | null {
    if (!isScopeName(identifier)) return null;
    const defined = this.#fileScopes.definedBy(identifier);
    if (defined) return defined;
    const name = identifier.text;
    const symbol =
      this.#fileScopes.lookUp(name, identifier.range[0]) ?? this.#universeSymbol(name);
    return symbol !== null && this.#isFieldKey(identifier, symbol) ? null : symbol;
  }

  #universeSymbol(name: string): GoSymbol | null {
    const symbol = universeSymbol(name);
    return symbol && declares(this.#own(), name) ? null : symbol;
  }

  /**
   * Returns the innermost declaration of a name that is visible at an offset, in UTF-16 units;
   * null if no scope of the file declares it there.
   */
  symbolAt(name: string, offset: number): DeclaredSymbol | null {
    return this.#fileScopes.lookUp(name, offset);
  }

  /**
   * Returns the symbols that are declared in functions and visible at an offset, in UTF-16
   * units, innermost first.
   */
  visibleAt(offset: number): DeclaredSymbol[] {
    return this.#fileScopes.visibleAt(offset);
  }

  /** Returns the name in the package clause of an imported package; null if it is not known. */
  nameOfPackage(importPath: string): string | null {
    return this.#all.nameOf(importPath);
  }

  /** Returns true if a package that can be imported declares a name; null if it is not known. */
  packageDeclares(importPath: string, name: string): boolean | null {
    const found = this.#all.packageOf(importPath);
    if (declares(found, name)) return true;
    return found?.complete ? false : null;
  }

  /** Returns true if the package or an import declares a name for the whole file. */
  isDeclaredInFileBlock(name: string): boolean {
    return this.imports.some((entry) => entry.name === name) || declares(this.#own(), name);
  }

  /** Returns the import that an identifier refers to, or null. */
  importOf(identifier: GoNode): GoImport | null {
    if (identifier.kind !== "identifier" && identifier.kind !== "package_identifier")
      return null;
    const symbol = this.resolve(identifier);
    return symbol !== null && !symbol.isUniverse ? (symbol.import ?? null) : null;
  }

  /** Returns true for a name that means a constant, of this package or of another. */
  isConstant(name: GoNode): boolean {
    if (name.kind === "selector_expression") {
      const path = this.importOf(name.operand)?.path;
      const declarations = path === undefined ? null : this.#all.packageOf(path);
      return declarations?.constants.has(name.field.text) ?? false;
    }
    const symbol = name.kind === "identifier" ? this.resolve(name) : null;
    if (symbol) return !symbol.isUniverse && symbol.kind === "constant";
    const path = name.kind === "identifier" ? this.declaringPackageOf(name.text) : null;
    const declarations = path === null ? null : this.#all.packageOf(path);
    return declarations?.constants.has(name.text) ?? false;
  }

  /**
   * Returns the type of an expression, of a declared name or of a field, or the type that a type
   * expression denotes; an unknown type has the reason.
   */
  typeOf(node: GoNode): GoType {
    if (node.kind === "field_identifier") return this.#typeOfField(node);
    if (isTypeExpression(node)) return this.#denotedType(node);
    const defined = mayDeclare(node) ? this.#fileScopes.definedBy(node) : null;
    if (defined) return this.#typeChecker.typeOfName(defined);
    return this.#isUnresolvedKey(node)
      ? this.#typeOfKey(node)
      : this.#typeChecker.typeOfValue(node);
  }

  /** Returns the type of a field where it is declared, and of a member after a dot. */
  #typeOfField(node: GoNode): GoType {
    const { parent } = node;
    switch (parent?.kind) {
      case "field_declaration":
        return this.typeOf(parent.type);
      case "selector_expression":
        return this.typeOf(parent);
      default:
        return this.#typeChecker.typeOfValue(node);
    }
  }

  /** Returns the type that a type expression denotes, or of the value that looks like one. */
  #denotedType(node: GoNode): GoType {
    const { parent } = node;
    // The name alone says nothing of the package.
    const type = parent?.kind === "qualified_type" && parent.name === node ? parent : node;
    const named = this.typeNamed(type);
    if (named) return named;
    return mayBeValue(type)
      ? this.#typeChecker.typeOfValue(type)
      : this.#typeChecker.denotedType(type);
  }

  /** Returns the type of a key of a literal that this file does not declare. */
  #typeOfKey(key: GoNode): GoType {
    const braces = literalOfKey(key);
    const type = braces && this.#typeChecker.typeOfBraces(braces);
    if (type && KEYED_BY_VALUES.has(type.kind)) return this.#typeChecker.typeOfValue(key);
    const field = type && this.fieldsOf(type).find(({ name }) => name === key.text);
    return field
      ? this.#typeChecker.published(field.type)
      : unknown(`'${key.text}' is the name of a field, or may be`);
  }

  /**
   * Returns the named type that declares the field or method `value.name`: the type of the
   * value, or one that it embeds; null if it is not known.
   */
  ownerOf(value: GoType, name: string): NamedType | null {
    const found = this.#typeChecker.memberOf(value, name);
    return found.kind === "member" && found.owner.kind === "named" ? found.owner : null;
  }

  /** Returns the type that a named type is defined as; others, and types not read, as they are. */
  underlyingOf(value: GoType): GoType {
    return this.#typeChecker.underlying(value);
  }

  /**
   * Returns the named types that have the field or method `value.name`: that of the value,
   * those that it is promoted through, and the one that declares it, in this order. There are
   * none if it is not known.
   */
  ownersOf(value: GoType, name: string): NamedType[] {
    const found = this.#typeChecker.memberOf(value, name);
    const path = found.kind === "member" ? found.path.map(withoutPointer) : [];
    return path.filter((type) => type.kind === "named");
  }

  /** Returns the type that an expression names, as the `T` of `T(x)`; null if none is known. */
  typeNamed(expression: GoNode): GoType | null {
    const type = this.#typeChecker.typeNamed(expression);
    return type && this.#typeChecker.published(type);
  }

  /**
   * Returns true if the method set of a type has a method, as an interface with it asks for:
   * a value lacks the methods of its pointer, and a pointer to an interface has none. Null if
   * it is not known.
   *
   * Source: https://go.dev/ref/spec#Method_sets
   */
  hasMethod(type: GoType, name: string): boolean | null {
    if (type.kind === "pointer" && this.#isInterface(type.element)) return false;
    const found = this.#typeChecker.memberOf(type, name);
    if (found.kind === "unknown") return found.isCertain ? false : null;
    if (this.fieldsOf(found.owner).some((field) => field.name === name)) return false;
    if (found.type.kind !== "function") return null;
    const isAddressed = [type, ...found.path].some(({ kind }) => kind === "pointer");
    return isAddressed || found.type.pointerReceiver !== true;
  }

  #isInterface(type: GoType): boolean {
    return isErrorType(type) || this.underlyingOf(type).kind === "interface";
  }

  /**
   * Returns true if the values of a type are errors: its method set has `Error() string`. Null
   * if it is not known.
   */
  implementsError(type: GoType): boolean | null {
    const has = this.hasMethod(type, "Error");
    if (has !== true) return has;
    const found = this.#typeChecker.memberOf(type, "Error");
    return (
      found.kind === "member" &&
      found.type.kind === "function" &&
      formatType(tuple(found.type.results)) === "string"
    );
  }

  /** Returns true for a key of a literal that names a field, or may. */
  #isFieldKey(identifier: GoNode, symbol: GoSymbol): boolean {
    const braces = literalOfKey(identifier);
    if (!braces) return false;
    // Maps are never keyed by these.
    if (!symbol.isUniverse && NEVER_KEYS.has(symbol.kind)) return true;
    return !KEYED_BY_VALUES.has(this.#typeChecker.typeOfBraces(braces).kind);
  }

  #isUnresolvedKey(expression: GoNode): boolean {
    return (
      expression.kind === "identifier" &&
      literalOfKey(expression) !== null &&
      this.resolve(expression) === null
    );
  }

  /** Returns the fields that a struct type declares, without those of embedded types. */
  fieldsOf(value: GoType): readonly Field[] {
    return fieldsOf(value, this.#all);
  }

  get #fileScopes(): ScopeManager {
    return (this.#scopes ??= new ScopeManager(this.#sourceCode.tree, this.imports));
  }

  get #typeChecker(): TypeChecker {
    return (this.#types ??= new TypeChecker({
      text: this.#sourceCode.tree.text,
      importPath: this.importPath,
      lookUp: (name, offset) => this.#fileScopes.lookUp(name, offset),
      packages: this.#all,
      dotImports: this.dotImports,
    }));
  }
}
