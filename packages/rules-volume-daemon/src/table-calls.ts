import {
  calleeOf,
  initializerOf,
  matchesName,
  withoutPointer,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  type StaticStrings,
} from "@gopherwood/core";

const GORM_WRITES = new Set([
  "AutoMigrate",
  "Create",
  "CreateInBatches",
  "Delete",
  "FirstOrCreate",
  "Save",
  "Update",
  "UpdateColumn",
  "UpdateColumns",
  "Updates",
]);

const GORM_READS = new Set([
  "Count",
  "Find",
  "FindInBatches",
  "First",
  "Last",
  "Pluck",
  "Row",
  "Rows",
  "Scan",
  "Take",
]);

/** A call of GORM that works on a table. */
export interface TableCall {
  readonly method: string;
  readonly writes: boolean;
  /** What it works on: the name given to `Table`, or the name of a model's type. */
  readonly target: string;
  /** Why it is not known whether the call is GORM's; null if it is. */
  readonly doubt: string | null;
}

/** Reads calls of GORM on the tables and models of a rule's options. */
export class TableCalls {
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  readonly #tables: readonly string[];
  readonly #models: readonly string[];

  constructor(
    semantics: SemanticModel,
    strings: StaticStrings,
    options: { readonly tables: readonly string[]; readonly models: readonly string[] },
  ) {
    this.#semantics = semantics;
    this.#strings = strings;
    this.#tables = options.tables;
    this.#models = options.models;
  }

  /** The call as one on such a table, or null. */
  read(node: CallExpressionNode): TableCall | null {
    if (node.function.kind !== "selector_expression") return null;
    const method = node.function.field.text;
    const writes = GORM_WRITES.has(method);
    if (!writes && !GORM_READS.has(method)) return null;
    const target = this.#targetOf(node.function.operand) ?? this.#modelOf(argumentsOf(node));
    if (target === null) return null;
    const callee = calleeOf(node, this.#semantics);
    if (callee.kind === "function") return null;
    if (callee.kind === "unknown") return { method, writes, target, doubt: callee.reason };
    const { importPath, name } = callee.receiver;
    const isGorm = name === "DB" && /(?:^|\/)gorm$/u.test(importPath);
    return isGorm ? { method, writes, target, doubt: null } : null;
  }

  /** What `db.Table("x").Where(...)` works on: the last `Table` or `Model` of the chain. */
  #targetOf(chain: GoNode): string | null {
    let current: GoNode | null = chain;
    for (let step = 0; current && step < 50; step += 1) {
      if (current.kind === "identifier") {
        current = initializerOf(current, this.#semantics);
      } else if (
        current.kind === "call_expression" &&
        current.function.kind === "selector_expression"
      ) {
        const method = current.function.field.text;
        const [first] = argumentsOf(current);
        if (method === "Table" && first) return this.#tableOf(first);
        if (method === "Model" && first) return this.#modelOf([first]);
        current = current.function.operand;
      } else return null;
    }
    return null;
  }

  /** `volume_mounts` of `"volume_mounts"` and of `"oma.volume_mounts AS m"`. */
  #tableOf(expression: GoNode): string | null {
    const found = this.#strings.of(expression).map((text) => {
      const name = text.trim().replace(/\s.*$/su, "").replaceAll(/["`]/gu, "");
      return name.slice(name.lastIndexOf(".") + 1);
    });
    return found.find((name) => this.#tables.includes(name)) ?? null;
  }

  #modelOf(expressions: readonly GoNode[]): string | null {
    if (this.#models.length === 0) return null;
    for (const expression of expressions) {
      let type = withoutPointer(this.#semantics.typeOf(expression));
      if (type.kind === "slice" || type.kind === "array") type = withoutPointer(type.element);
      if (type.kind !== "named") continue;
      const model = type;
      const isModel = this.#models.some((pattern) =>
        matchesName(pattern, model, this.#semantics.packageName),
      );
      if (isModel) return model.name;
    }
    return null;
  }
}

function argumentsOf(node: CallExpressionNode): readonly GoNode[] {
  return node.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
}
