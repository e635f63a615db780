import {
  assignmentTargetsOf,
  enclosingFunction,
  matchesName,
  projectIndexOf,
  refersTo,
  withoutPointer,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  type StaticStrings,
} from "@gopherwood/core";
import { callsOf, type Chain, type ChainCall } from "./chains.ts";
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
  /^(?:Model|First|Find|Take|Last|Create|CreateInBatches|Save|Delete|FirstOrCreate|FirstOrInit)$/u;

/** Finds the tables of types and chains. */
export class ModelTables {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  readonly #models: readonly Model[];

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
    const body = enclosingFunction(node);
    if (!symbol || symbol.isUniverse || symbol.packageLevel || !body) return null;
    const tables = this.#sourceCode.tree
      .nodesOfKind(["call_expression"], body)
      .map(callsOf)
      .filter((other) => other.start && refersTo(other.start, symbol, this.#semantics))
      .flatMap(({ calls }) => this.#ofCalls(calls) ?? []);
    const [only, second] = new Set(tables);
    return second === undefined ? (only ?? null) : null;
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
      .declarationsNamed(name)
      .find(({ kind, file }) => kind === "type" && file.package.importPath === importPath);
    return list.exec(declared ? (files.readText(declared.file.path) ?? "") : "")?.[1] ?? name;
  }

  /**
   * Returns the result of the type's method `TableName`: undefined if it has none, null if
   * the result is not known.
   */
  #tableNameOf({ importPath, name }: TypeName): string | null | undefined {
    const own = tableNameIn(this.#sourceCode.text, name);
    if (own !== undefined && importPath === this.#semantics.importPath) return own;
    if (this.#sourceCode.path === "") return undefined;
    const method = projectIndexOf(this.#sourceCode)
      .declarationsNamed("TableName")
      .find(
        ({ receiver, file }) => receiver === name && file.package.importPath === importPath,
      );
    if (!method) return undefined;
    return tableNameIn(this.#sourceCode.files.readText(method.file.path) ?? "", name) ?? null;
  }

  #namedBy({ args: [name] }: ChainCall): string | null {
    const [text, other] = name ? this.#strings.of(name) : [];
    // `oma.volumes AS v`
    const table = /^\s*["`]?(?:\w+\.)?(\w+)["`]?\s*$/u.exec(text ?? "")?.[1];
    return other === undefined ? (table ?? null) : null;
  }
}

/** Returns the result of a type's method `TableName` in a file, as `#tableNameOf` does. */
function tableNameIn(text: string, type: string): string | null | undefined {
  const body = new RegExp(
    `\\bfunc\\s*\\(\\s*(?:\\w+\\s+)?\\*?${type}\\s*\\)\\s*TableName\\(\\)\\s*string\\s*\\{([^}]*)\\}`,
    "u",
  ).exec(text)?.[1];
  if (body === undefined) return undefined;
  const name = /^\s*return\s*["`]([\w.]+)["`]\s*$/u.exec(body)?.[1];
  return name === undefined ? null : name.slice(name.lastIndexOf(".") + 1);
}
