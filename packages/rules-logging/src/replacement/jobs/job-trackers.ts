import {
  matchesName,
  usesOf,
  withoutPointer,
  type DeclaredSymbol,
  type GoNode,
  type GoType,
} from "@gopherwood/core";
import type { JobFile } from "../../jobs/jobs.ts";
import { failureOf, isMet, nilOf, type Danger } from "./dangers.ts";
import { visibleValues } from "./visible.ts";

/** A tracker that can be named at a place. */
export interface JobTracker {
  /** As it is written: `tracker`, or `e.tracker`. */
  readonly text: string;
  /** The variable, parameter or receiver that it is, or is a field of. */
  readonly symbol: DeclaredSymbol;
  /** Where it is not to be used. */
  readonly dangers: readonly Danger[];
}

/** Finds the trackers of one file. */
export class JobTrackers {
  readonly #file: JobFile;
  readonly #types: readonly string[];
  #nilChecked: ReadonlySet<string> | undefined;

  /** @param types The types of trackers, as name patterns. */
  constructor(file: JobFile, types: readonly string[]) {
    this.#file = file;
    this.#types = types;
  }

  /** The tracker to ask at a node, the innermost first, or why there is none. */
  at(node: GoNode): JobTracker | string {
    let reason = "no tracker is in scope";
    for (const { text, symbol } of this.#visibleAt(node)) {
      const dangers = this.#dangersOf(text, symbol);
      const met = dangers.find((danger) => isMet(danger, node, this.#file.semantics));
      if (!met) return { text, symbol, dangers };
      reason = met.reason;
    }
    return reason;
  }

  #visibleAt(node: GoNode): { text: string; symbol: DeclaredSymbol }[] {
    const { semantics } = this.#file;
    const values = visibleValues(node, semantics);
    const own = values
      .filter((symbol) => this.#isTracker(semantics.typeOf(symbol.node)))
      .filter((symbol) => this.#isSetOnce(symbol))
      .map((symbol) => ({ text: symbol.name, symbol }));
    const fields = values
      .filter(({ kind }) => kind === "receiver")
      .flatMap((symbol) =>
        semantics
          .fieldsOf(semantics.typeOf(symbol.node))
          .filter(({ name, type }) => name !== "_" && this.#isTracker(type))
          .map(({ name }) => ({ text: `${symbol.name}.${name}`, symbol })),
      );
    return [...own, ...fields];
  }

  #isTracker(type: GoType): boolean {
    const inner = withoutPointer(type);
    const { packageName } = this.#file.semantics;
    return (
      inner.kind === "named" &&
      this.#types.some((pattern) => matchesName(pattern, inner, packageName))
    );
  }

  /** False for a variable that may be nil before it is set, or another later. */
  #isSetOnce(symbol: DeclaredSymbol): boolean {
    const { declaration, kind } = symbol;
    if (kind === "result") return false;
    if (declaration.kind === "var_spec" && !declaration.value) return false;
    return usesOf(symbol, this.#file.semantics, this.#file.sourceCode).every(
      ({ parent }) =>
        !(parent?.kind === "expression_list" && isLeftOf(parent)) &&
        !(parent?.kind === "unary_expression" && parent.operator.text === "&"),
    );
  }

  #dangersOf(text: string, { declaration }: DeclaredSymbol): Danger[] {
    const dangers: Danger[] = [];
    const name = text.slice(text.indexOf(".") + 1);
    if (this.#nilCheckedNames.has(name)) dangers.push(nilOf(text, `'${text}' may be nil here`));
    if (declaration.kind === "short_var_declaration" && !text.includes(".")) {
      const [value] = declaration.right.namedChildren;
      const failure = value && failureOf(value, `'${text}' may not have been made here`);
      if (failure) dangers.push(failure);
    }
    return dangers;
  }

  /** The names of what the file compares with nil: variables and fields. */
  get #nilCheckedNames(): ReadonlySet<string> {
    return (this.#nilChecked ??= new Set(
      this.#file.sourceCode.tree
        .nodesOfKind(["binary_expression"])
        .filter(({ left, right }) => left.kind === "nil" || right.kind === "nil")
        .map(({ left, right }) => (left.kind === "nil" ? right : left).text)
        .map((text) => text.slice(text.lastIndexOf(".") + 1)),
    ));
  }
}

function isLeftOf(list: GoNode): boolean {
  const { parent } = list;
  return (
    (parent?.kind === "assignment_statement" || parent?.kind === "short_var_declaration") &&
    parent.left === list
  );
}
