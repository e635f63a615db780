import type { GoSourceCode } from "../../source/go-source-code.ts";
import type { GoNode } from "../../syntax/node.ts";
import { readImports, type GoImport } from "../scopes/imports.ts";
import { declares, declaringPackageOf } from "../types/dot-imports.ts";
import { literalOfKey } from "../types/literal-keys.ts";
import { fieldsOf } from "../types/members.ts";
import type { PackageDeclarations, PackageSource } from "../types/package-declarations.ts";
import { ScopeManager } from "../scopes/scope-manager.ts";
import type { DeclaredSymbol, GoSymbol, SymbolKind } from "../scopes/symbol.ts";
import { TypeReader } from "../types/type-checker.ts";
import { unknown, type Field, type GoType, type NamedType } from "../types/go-type.ts";
import { universeSymbol } from "../scopes/universe.ts";

const NEVER_KEYS: ReadonlySet<SymbolKind> = new Set([
  "import",
  "function",
  "type",
  "type parameter",
]);

/** What the names of one file mean. Read on demand, once a file. */
export class SemanticModel {
  readonly #sourceCode: GoSourceCode;
  /** The import path of the file's package; `.` if it belongs to no module that is known. */
  readonly importPath: string;
  readonly #own: () => PackageDeclarations;
  /** The file's own package and what it can import. */
  readonly #all: PackageSource;
  #packageName: string | undefined;
  #imports: readonly GoImport[] | undefined;
  #scopes: ScopeManager | undefined;
  #types: TypeReader | undefined;

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

  get imports(): readonly GoImport[] {
    return (this.#imports ??= readImports(this.#sourceCode.tree, (path) =>
      this.#all.nameOf(path),
    ));
  }

  /** The paths of the file's dot imports: a name that is declared nowhere may come from them. */
  get dotImports(): readonly string[] {
    return this.imports.filter(({ alias }) => alias === ".").map(({ path }) => path);
  }

  /**
   * The import path of the package that declares a name which no scope of the file
   * declares: its own or a dot-imported one; null if it may be several.
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
    return (this.#packageName ??= packageNameIn(this.#sourceCode));
  }

  /**
   * What an identifier means where it stands; null for one that is no name of a scope:
   * a label, or the name of a field or method, after a dot or as a key in a struct
   * literal. A key in a literal of which the file does not say whether it is a struct
   * or a map is null as well.
   */
  resolve(identifier: GoNode): GoSymbol | null {
    if (!isScopeName(identifier)) return null;
    const declared = this.#fileScopes.declaredBy(identifier);
    if (declared) return declared;
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
   * What a name would mean at an offset, in UTF-16 units; null if no scope of the file
   * declares it there.
   */
  symbolAt(name: string, offset: number): DeclaredSymbol | null {
    return this.#fileScopes.lookUp(name, offset);
  }

  /** The bindings inside of functions that can be named at an offset, inner ones first. */
  visibleAt(offset: number): DeclaredSymbol[] {
    return this.#fileScopes.visibleAt(offset);
  }

  /** The name in the package clause of a package that can be imported; null if not known. */
  nameOfPackage(importPath: string): string | null {
    return this.#all.nameOf(importPath);
  }

  /** True if the package, or an import of the file, declares a name for the whole file. */
  isDeclaredInFileBlock(name: string): boolean {
    return this.imports.some((entry) => entry.name === name) || declares(this.#own(), name);
  }

  /** The import that an identifier means, or null if it means something else. */
  importOf(identifier: GoNode): GoImport | null {
    if (identifier.kind !== "identifier" && identifier.kind !== "package_identifier")
      return null;
    const symbol = this.resolve(identifier);
    return symbol !== null && !symbol.isUniverse ? (symbol.import ?? null) : null;
  }

  /** The type of an expression or of a name that is declared, or why it is not known. */
  typeOf(expression: GoNode): GoType {
    const declared = mayDeclare(expression) ? this.#fileScopes.declaredBy(expression) : null;
    if (declared) return this.#typeReader.typeOfName(declared);
    return this.#isUnresolvedKey(expression)
      ? unknown(`'${expression.text}' is the name of a field, or may be`)
      : this.#typeReader.typeOfValue(expression);
  }

  /**
   * The named type that `value.name` is declared for: the value's own, or one that it
   * embeds; null if it is not known.
   */
  ownerOf(value: GoType, name: string): NamedType | null {
    const found = this.#typeReader.memberOf(value, name);
    return found.kind === "member" && found.owner.kind === "named" ? found.owner : null;
  }

  /** True for a key of a literal that names a field, or may. */
  #isFieldKey(identifier: GoNode, symbol: GoSymbol): boolean {
    const braces = literalOfKey(identifier);
    if (!braces) return false;
    // Maps are never keyed by these.
    if (!symbol.isUniverse && NEVER_KEYS.has(symbol.kind)) return true;
    const { kind } = this.#typeReader.typeOfBraces(braces);
    return kind !== "map" && kind !== "slice" && kind !== "array";
  }

  #isUnresolvedKey(expression: GoNode): boolean {
    return (
      expression.kind === "identifier" &&
      literalOfKey(expression) !== null &&
      this.resolve(expression) === null
    );
  }

  /** The fields that a struct type, or what it is defined as, declares itself. */
  fieldsOf(value: GoType): readonly Field[] {
    return fieldsOf(value, this.#all);
  }

  get #fileScopes(): ScopeManager {
    return (this.#scopes ??= new ScopeManager(this.#sourceCode.tree, this.imports));
  }

  get #typeReader(): TypeReader {
    return (this.#types ??= new TypeReader({
      text: this.#sourceCode.tree.text,
      importPath: this.importPath,
      lookUp: (name, offset) => this.#fileScopes.lookUp(name, offset),
      packages: this.#all,
      dotImports: this.dotImports,
    }));
  }
}

function packageNameIn({ ast }: GoSourceCode): string {
  const clause = ast.namedChildren.find((node) => node.kind === "package_clause");
  return clause?.namedChildren[0]?.text ?? "";
}

const DECLARATIONS = new Set([
  "parameter_declaration",
  "variadic_parameter_declaration",
  "var_spec",
  "const_spec",
  "short_var_declaration",
  "range_clause",
  "receive_statement",
]);

/** False for what declares no value for certain: it saves reading scopes. */
function mayDeclare({ kind, parent }: GoNode): boolean {
  if (kind !== "identifier" || !parent) return false;
  const declaration = parent.kind === "expression_list" ? parent.parent : parent;
  return declaration !== null && DECLARATIONS.has(declaration.kind);
}

/** False for labels, and for what stands after a dot or declares a field, method or package. */
function isScopeName(node: GoNode): boolean {
  switch (node.kind) {
    case "field_identifier":
    case "label_name":
      return false;
    case "type_identifier":
      return node.parent?.kind !== "qualified_type";
    case "package_identifier":
      return node.parent?.kind !== "package_clause";
    default:
      return true;
  }
}
