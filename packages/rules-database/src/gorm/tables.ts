import {
  assignmentTargetsOf,
  declaredString,
  matchesName,
  projectIndexOf,
  withoutPointer,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  type StaticStrings,
} from "@gopherwood/core";
import { VariableChains, type Chain, type ChainCall } from "./chains.ts";
import { tableFor } from "./naming.ts";

/** A type's package and name. */
interface TypeName {
  readonly importPath: string;
  readonly name: string;
}

/** A type and the table that GORM keeps it in. */
export interface Model {
  readonly type: string;
  readonly table: string;
}

/** Methods whose first argument is of the model's type. */
const WITH_MODEL =
  /^(?:Model|First|Find|FindInBatches|Take|Last|Create|CreateInBatches|Save|Delete|FirstOrCreate|FirstOrInit)$/u;

/** Finds the tables of types and chains. */
export class ModelTables {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  readonly #models: readonly Model[];
  readonly #chains: VariableChains;
  readonly #ofSymbols = new Map<DeclaredSymbol, string | null>();

  constructor(
    sourceCode: GoSourceCode,
    semantics: SemanticModel,
    strings: StaticStrings,
    models: readonly Model[],
  ) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#strings = strings;
    this.#models = models;
    this.#chains = new VariableChains(sourceCode, semantics);
  }

  /** Returns the table of a chain, or null if it is not known. */
  ofChain(chain: Chain): string | null {
    return this.#ofCalls([...chain.earlier, ...chain.calls]) ?? this.#ofVariable(chain);
  }

  #ofCalls(calls: readonly ChainCall[]): string | null {
    const named = calls.findLast(({ method }) => method === "Table");
    if (named) return this.#namedBy(named);
    const last =
      calls.findLast(({ method }) => method === "Model") ??
      calls.findLast(({ method }) => WITH_MODEL.test(method));
    return last?.args[0] ? this.ofValue(last.args[0]) : null;
  }

  /**
   * Returns the table of `query := db.Where(...)`, if the other chains of the function that
   * start with `query` are about one table.
   */
  #ofVariable({ node, start }: Chain): string | null {
    const [target] = assignmentTargetsOf(node);
    const variable = target?.kind === "identifier" ? target : start;
    const symbol = variable && this.#semantics.resolve(variable);
    if (!symbol || symbol.isUniverse || symbol.packageLevel) return null;
    let table = this.#ofSymbols.get(symbol);
    if (table === undefined) {
      const chains = this.#chains.of(symbol, node);
      const [only, second] = new Set(chains.flatMap(({ calls }) => this.#ofCalls(calls) ?? []));
      table = second === undefined ? (only ?? null) : null;
      this.#ofSymbols.set(symbol, table);
    }
    return table;
  }

  /** Returns the table of the type of an expression, or of its elements; null if it has none. */
  ofValue(expression: GoNode): string | null {
    let type = withoutPointer(this.#semantics.typeOf(expression));
    if (type.kind === "slice" || type.kind === "array") type = withoutPointer(type.element);
    return type.kind === "named" && type.importPath !== "" ? this.ofType(type) : null;
  }

  /** Returns the table of a type, or null if it is not known. */
  ofType(type: TypeName): string | null {
    const { packageName } = this.#semantics;
    const model = this.#models.find(({ type: pattern }) =>
      matchesName(pattern, type, packageName),
    );
    if (model) return model.table;
    const name = this.#elementOf(type);
    const method = this.#tableNameOf({ ...type, name });
    return method === undefined ? tableFor(name) : method;
  }

  /** Returns `Job` for `type Jobs []Job`, and for any other type its own name. */
  #elementOf({ importPath, name }: TypeName): string {
    const list = new RegExp(`\\btype\\s+${name}\\s+\\[\\]\\*?(\\w+)\\s*$`, "mu");
    const own =
      importPath === this.#semantics.importPath && list.exec(this.#sourceCode.text)?.[1];
    if (own || this.#sourceCode.path === "") return own || name;
    const { files } = this.#sourceCode;
    const declared = projectIndexOf(this.#sourceCode)
      .declarationsOf(importPath, name)
      .find(({ kind }) => kind === "type");
    return list.exec(declared ? (files.readText(declared.file.path) ?? "") : "")?.[1] ?? name;
  }

  /**
   * Returns the result of the type's method `TableName`: undefined if it has none, null if
   * the result is not known.
   */
  #tableNameOf({ importPath, name }: TypeName): string | null | undefined {
    const method = { kind: "method", importPath, receiver: name, name: "TableName" } as const;
    const table = declaredString(method, this.#sourceCode, this.#semantics);
    if (table !== null) return table.slice(table.lastIndexOf(".") + 1);
    return this.#hasTableName({ importPath, name }) ? null : undefined;
  }

  #hasTableName({ importPath, name }: TypeName): boolean {
    const own = new RegExp(
      `\\bfunc\\s*\\(\\s*(?:\\w+\\s+)?\\*?${name}\\s*\\)\\s*TableName\\(`,
      "u",
    );
    if (importPath === this.#semantics.importPath && own.test(this.#sourceCode.text))
      return true;
    if (this.#sourceCode.path === "") return false;
    return projectIndexOf(this.#sourceCode)
      .declarationsOf(importPath, "TableName")
      .some(({ receiver }) => receiver === name);
  }

  #namedBy({ args: [name] }: ChainCall): string | null {
    const [text, other] = name ? this.#strings.of(name) : [];
    // `oma.volumes AS v`
    const table = /^\s*["`]?(?:\w+\.)?(\w+)["`]?\s*$/u.exec(text ?? "")?.[1];
    return other === undefined ? (table ?? null) : null;
  }
}
