import {
  argumentsOf,
  calledName,
  calleeOf,
  GORM_METHODS,
  initializerOf,
  NamePatterns,
  withoutPointer,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
  type StaticStrings,
} from "@gopherwood/core";

const WRITES: ReadonlySet<string> = new Set([...GORM_METHODS.writes, "AutoMigrate"]);

const READS: ReadonlySet<string> = new Set(GORM_METHODS.reads);

/** The most calls and variables that are followed from the end of a chain. */
const MAX_STEPS = 50;

/** A call of GORM on a table. */
export interface TableCall {
  readonly method: string;
  readonly isWrite: boolean;
  /** The argument of `Table`, or the name of the model's type. */
  readonly target: string;
  /** The reason why it is not known if the call is one of GORM; null if it is. */
  readonly unknownReason: string | null;
}

/** Reads the calls of GORM on some tables and models. */
export class TableCalls {
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  readonly #tables: readonly string[];
  readonly #models: NamePatterns | null;

  constructor(
    semantics: SemanticModel,
    strings: StaticStrings,
    options: { readonly tables: readonly string[]; readonly models: readonly string[] },
  ) {
    this.#semantics = semantics;
    this.#strings = strings;
    this.#tables = options.tables;
    this.#models =
      options.models.length > 0 ? new NamePatterns(options.models, semantics) : null;
  }

  /** Returns a call of GORM on one of the tables or models; null for any other call. */
  read(node: CallExpressionNode): TableCall | null {
    if (node.function.kind !== "selector_expression") return null;
    const method = calledName(node);
    const isWrite = WRITES.has(method);
    if (!isWrite && !READS.has(method)) return null;
    const target = this.#targetOf(node.function.operand) ?? this.#modelOf(argumentsOf(node));
    if (target === null) return null;
    const callee = calleeOf(node, this.#semantics);
    if (callee.kind === "function") return null;
    if (callee.kind === "unknown")
      return { method, isWrite, target, unknownReason: callee.reason };
    const { importPath, name } = callee.receiver;
    const isGorm = name === "DB" && /\/gorm$/u.test(importPath);
    return isGorm ? { method, isWrite, target, unknownReason: null } : null;
  }

  /** Returns the target of a chain, which its last `Table` or `Model` names. */
  #targetOf(chain: GoNode): string | null {
    let current: GoNode | null = chain;
    for (let step = 0; current && step < MAX_STEPS; step += 1) {
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

  /** Returns `volume_mounts` for `"volume_mounts"` and for `"oma.volume_mounts AS m"`. */
  #tableOf(expression: GoNode): string | null {
    const names = this.#strings.of(expression).map((text) => {
      const name = text.trim().replace(/\s.*$/su, "").replaceAll(/["`]/gu, "");
      return name.slice(name.lastIndexOf(".") + 1);
    });
    return names.find((name) => this.#tables.includes(name)) ?? null;
  }

  #modelOf(expressions: readonly GoNode[]): string | null {
    if (!this.#models) return null;
    for (const expression of expressions) {
      let type = withoutPointer(this.#semantics.typeOf(expression));
      if (type.kind === "slice" || type.kind === "array") type = withoutPointer(type.element);
      if (type.kind === "named" && this.#models.matches(type)) return type.name;
    }
    return null;
  }
}
