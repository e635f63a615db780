import {
  NamePatterns,
  usesOf,
  withoutPointer,
  type DeclaredSymbol,
  type GoNode,
  type GoType,
} from "@gopherwood/core";
import type { JobFile } from "../../jobs/jobs.ts";
import { refuse, type Refusal } from "../refusal.ts";
import { errorGuardOf, lacksGuard, notNilGuardOf, type NilGuard } from "./nil-guards.ts";
import { hasNoValue, reassignmentBy } from "./reassignments.ts";
import { visibleValues } from "./visible-values.ts";

/** A tracker that is visible at a node. */
export interface JobTracker {
  /** The tracker as it is written: `tracker`, or `e.tracker`. */
  readonly text: string;
  /** The variable, parameter or receiver that it is, or is a field of. */
  readonly symbol: DeclaredSymbol;
  /** The checks without which it is not used. */
  readonly guards: readonly NilGuard[];
}

/** Finds the trackers of one file. */
export class JobTrackers {
  readonly #file: JobFile;
  readonly #types: NamePatterns;
  #nilChecked: ReadonlySet<string> | undefined;

  /** @param types The types of trackers, as name patterns. */
  constructor(file: JobFile, types: readonly string[]) {
    this.#file = file;
    this.#types = new NamePatterns(types, file.semantics);
  }

  /** Returns the innermost tracker that can be used at a node, or a refusal. */
  at(node: GoNode): JobTracker | Refusal {
    let refusal = refuse({ code: "no-tracker" });
    for (const { text, symbol } of this.#visibleAt(node)) {
      const guards = this.#guardsOf(text, symbol);
      const lacking = guards.find((guard) => lacksGuard(guard, node, this.#file.semantics));
      if (!lacking) return { text, symbol, guards };
      ({ refusal } = lacking);
    }
    return refusal;
  }

  #visibleAt(node: GoNode): Pick<JobTracker, "text" | "symbol">[] {
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
    return inner.kind === "named" && this.#types.matches(inner);
  }

  /** Returns false for a variable that may be nil before it is set, or another later. */
  #isSetOnce(symbol: DeclaredSymbol): boolean {
    if (symbol.kind === "result" || hasNoValue(symbol)) return false;
    const { semantics, sourceCode } = this.#file;
    return usesOf(symbol, semantics, sourceCode).every((use) => reassignmentBy(use) === null);
  }

  #guardsOf(text: string, { declaration }: DeclaredSymbol): NilGuard[] {
    const guards: NilGuard[] = [];
    const name = text.slice(text.indexOf(".") + 1);
    if (this.#nilCheckedNames.has(name)) {
      guards.push(notNilGuardOf(text, refuse({ code: "may-be-nil", name: text })));
    }
    if (declaration.kind === "short_var_declaration" && !text.includes(".")) {
      const [value] = declaration.right.namedChildren;
      const refusal = refuse({ code: "may-not-be-made", name: text });
      const guard = value && errorGuardOf(value, refusal);
      if (guard) guards.push(guard);
    }
    return guards;
  }

  /** The names of the variables and fields that the file compares with nil. */
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
