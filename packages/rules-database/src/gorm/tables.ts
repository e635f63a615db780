import {
  enclosingFunction,
  matchesName,
  projectIndexOf,
  assignmentTargetsOf,
  withoutPointer,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
  type StaticStrings,
} from "@gopherwood/core";
import { linksOf, type Chain, type Link } from "./chains.ts";
import { tableFor } from "./naming.ts";

/** A type's package and name. */
interface TypeName {
  readonly importPath: string;
  readonly name: string;
}

/** A type and the table that GORM keeps it in, as an option. */
export interface Model {
  readonly type: string;
  readonly table: string;
}

/** Methods whose first argument is what is read or written. */
const TAKES_MODEL =
  /^(?:Model|First|Find|Take|Last|Create|CreateInBatches|Save|Delete|FirstOrCreate|FirstOrInit)$/u;

/** Finds out which tables types and chains are about. */
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

  /** The table of a chain, or null if it is not known. */
  ofChain(chain: Chain): string | null {
    return this.#ofLinks([...chain.before, ...chain.links]) ?? this.#ofVariable(chain);
  }

  #ofLinks(links: readonly Link[]): string | null {
    const named = links.findLast(({ method }) => method === "Table");
    if (named) return this.#tableIn(named);
    const last =
      links.findLast(({ method }) => method === "Model") ??
      links.findLast(({ method }) => TAKES_MODEL.test(method));
    return last?.args[0] ? this.ofValue(last.args[0]) : null;
  }

  /**
   * Of `query := db.Where(...)`, what the function then does with `query` says what it is
   * about: if that is one table.
   */
  #ofVariable({ node, start }: Chain): string | null {
    const [target] = assignmentTargetsOf(node);
    const variable = target?.kind === "identifier" ? target : start;
    const symbol = variable && this.#semantics.resolve(variable);
    const around = enclosingFunction(node);
    if (!symbol || symbol.isUniverse || symbol.packageLevel || !around) return null;
    const tables = this.#sourceCode.tree
      .nodesOfKind(["call_expression"], around)
      .map(linksOf)
      .filter((other) => other.start && this.#semantics.resolve(other.start) === symbol)
      .flatMap(({ links }) => this.#ofLinks(links) ?? []);
    const [only, second] = new Set(tables);
    return second === undefined ? (only ?? null) : null;
  }

  /** The table of what an expression's value is, or holds a list of. */
  ofValue(expression: GoNode): string | null {
    let type = withoutPointer(this.#semantics.typeOf(expression));
    if (type.kind === "slice" || type.kind === "array") type = withoutPointer(type.element);
    return type.kind === "named" && type.importPath !== "" ? this.ofType(type) : null;
  }

  ofType(type: TypeName): string | null {
    const { packageName } = this.#semantics;
    const model = this.#models.find(({ type: pattern }) =>
      matchesName(pattern, type, packageName),
    );
    if (model) return model.table;
    const name = this.#elementOf(type);
    const written = this.#tableNameMethod({ ...type, name });
    return written === undefined ? tableFor(name) : written;
  }

  /** `Job` of `type Jobs []Job`; of any other type, its own name. */
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

  /** What the type's method `TableName` returns; undefined if it has none, null if that is not known. */
  #tableNameMethod({ importPath, name }: TypeName): string | null | undefined {
    const own = methodIn(this.#sourceCode.text, name);
    if (own !== undefined && importPath === this.#semantics.importPath) return own;
    if (this.#sourceCode.path === "") return undefined;
    const method = projectIndexOf(this.#sourceCode)
      .declarationsNamed("TableName")
      .find(
        ({ receiver, file }) => receiver === name && file.package.importPath === importPath,
      );
    if (!method) return undefined;
    return methodIn(this.#sourceCode.files.readText(method.file.path) ?? "", name) ?? null;
  }

  #tableIn({ args: [name] }: Link): string | null {
    const [text, other] = name ? this.#strings.of(name) : [];
    // `oma.volumes AS v`
    const table = /^\s*["`]?(?:\w+\.)?(\w+)["`]?\s*$/u.exec(text ?? "")?.[1];
    return other === undefined ? (table ?? null) : null;
  }
}

function methodIn(text: string, type: string): string | null | undefined {
  const body = new RegExp(
    `\\bfunc\\s*\\(\\s*(?:\\w+\\s+)?\\*?${type}\\s*\\)\\s*TableName\\(\\)\\s*string\\s*\\{([^}]*)\\}`,
    "u",
  ).exec(text)?.[1];
  if (body === undefined) return undefined;
  const name = /^\s*return\s*["`]([\w.]+)["`]\s*$/u.exec(body)?.[1];
  return name === undefined ? null : name.slice(name.lastIndexOf(".") + 1);
}
