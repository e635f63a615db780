import {
  assignmentTargetsOf,
  contains,
  initializerOf,
  refersTo,
  usesOf,
  type DeclaredSymbol,
  type GoNode,
} from "@gopherwood/core";
import { contextOf, isEmptyContext, parentContext } from "../../jobs/contexts.ts";
import { isError } from "../../records/is-error.ts";
import type { JobFile } from "../../jobs/jobs.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { errorGuardOf, lacksGuard, type NilGuard } from "./nil-guards.ts";
import {
  hasNoValue,
  lastBefore,
  mayRunBetween,
  reassignmentBy,
  type Reassignment,
} from "./reassignments.ts";
import { isOutsideStep, visibleValues } from "./visible-values.ts";

/** The context that a record is written for. */
export interface JobContext {
  /** The context as it is written: `ctx`, or `r.Context()`. */
  readonly text: string;
  readonly symbol: DeclaredSymbol;
  /** The offset from which on it is the context of the node; null if it may have changed. */
  readonly validFrom: number | null;
  /** The checks without which it is not used between that offset and the node. */
  readonly guards: readonly NilGuard[];
}

/** Finds the context of a job or step in one file. */
export class JobContexts {
  readonly #file: JobFile;
  readonly #reassignments = new Map<DeclaredSymbol, readonly Reassignment[]>();

  constructor(file: JobFile) {
    this.#file = file;
  }

  /** Returns the context of the job or step that a node stands in, or a refusal. */
  at(node: GoNode): JobContext | Refusal {
    const { semantics, jobs } = this.#file;
    let refusal = refuse({ code: "no-context-in-scope" });
    for (const symbol of visibleValues(node, semantics)) {
      const text = this.#textOf(symbol);
      if (text === null) continue;
      // Its parent has the same values, and is visible for longer.
      const parent = this.#parentOf(symbol);
      if (parent && semantics.symbolAt(parent.name, node.range[0]) === parent) continue;
      if (isOutsideStep(symbol.node, node, jobs, semantics)) {
        return refuse({ code: "step-without-context" });
      }
      const found = this.#contextOf(symbol, text, node);
      if (!isRefusal(found)) return found;
      refusal = found;
    }
    return refusal;
  }

  /** Returns true if a node has the context that a variable, or its origin, had at another. */
  isSame(context: GoNode, at: GoNode, node: GoNode): boolean {
    const here = this.at(node);
    const symbol = this.#file.semantics.resolve(context);
    // Without a job, the context of before is right.
    if (isRefusal(here)) return true;
    if (symbol === null || symbol.isUniverse) return false;
    const origin = this.#originOf(symbol);
    if (this.#originOf(here.symbol) !== origin) return false;
    const validFrom = this.#validFrom(origin, node);
    return validFrom !== null && validFrom <= at.range[0];
  }

  /** Returns true if a later statement of the same list has another context for what follows. */
  isReplacedAfter(statement: GoNode, { symbol }: JobContext): boolean {
    const { semantics } = this.#file;
    const list = statement.parent?.namedChildren ?? [];
    return list.slice(list.indexOf(statement)).some((later) => {
      if (later.kind !== "short_var_declaration" && later.kind !== "assignment_statement") {
        return false;
      }
      return later.left.namedChildren.some((target) => {
        const assigned = semantics.resolve(target);
        if (assigned === null || assigned.isUniverse) return false;
        if (assigned !== symbol && assigned.node !== target) return false;
        if (this.#textOf(assigned) === null) return false;
        const reassignment = reassignmentBy(target);
        return reassignment !== null && !this.#isDerived(reassignment, symbol);
      });
    });
  }

  #textOf(symbol: DeclaredSymbol): string | null {
    const { semantics, jobs } = this.#file;
    const known = contextOf(symbol, semantics);
    if (known !== null) return known;
    // The results of a tracker are known even if its package was not read.
    const value = initializerOf(symbol.node, semantics);
    return value && jobs.isCall(value, "StartJob") ? symbol.name : null;
  }

  #contextOf(symbol: DeclaredSymbol, text: string, node: GoNode): JobContext | Refusal {
    const { semantics } = this.#file;
    const validFrom = this.#validFrom(symbol, node);
    const reassignments = this.#reassignmentsOf(symbol);
    const last = lastBefore(node, reassignments);
    if (!last && hasNoValue(symbol)) return refuse({ code: "not-set", name: symbol.name });
    if (!last && isEmptyContext(symbol.node, semantics)) {
      return refuse({ code: "empty-context", name: symbol.name });
    }
    const first = { value: reassignmentBy(symbol.node)?.value ?? null };
    const relevant = validFrom === null ? [first, ...reassignments] : [last ?? first];
    const guards: NilGuard[] = [];
    for (const { value } of relevant) {
      const guard = this.#guardOf(value);
      if (!guard) continue;
      if (isRefusal(guard)) return guard;
      guards.push(guard);
    }
    const lacking = guards.find((guard) => lacksGuard(guard, node, semantics));
    return lacking?.refusal ?? { text, symbol, validFrom, guards };
  }

  /** Returns the check that a context needs because of the call that gave it, or null. */
  #guardOf(value: GoNode | null): NilGuard | Refusal | null {
    const { semantics, jobs } = this.#file;
    if (value?.kind !== "call_expression") return null;
    const { function: callee } = value;
    if (jobs.isCall(value, "StartJob")) {
      const guard = errorGuardOf(value, refuse({ code: "job-not-started" }));
      return guard ?? refuse({ code: "start-not-checked" });
    }
    const error = assignmentTargetsOf(value).at(-1);
    return error && isError(error, semantics)
      ? errorGuardOf(value, refuse({ code: "may-have-failed", name: callee.text }))
      : null;
  }

  /** Returns the offset from which on a variable has the value that it has at a node. */
  #validFrom(symbol: DeclaredSymbol, node: GoNode): number | null {
    const reassignments = this.#reassignmentsOf(symbol);
    const last = lastBefore(node, reassignments);
    if (last && !(last.statement.parent && contains(last.statement.parent, node))) return null;
    const base = last?.statement ?? symbol.node;
    const isCertain = reassignments.every(
      (other) => other === last || !mayRunBetween(base, other.statement, node),
    );
    if (!isCertain) return null;
    return last ? last.statement.range[1] : symbol.visibleFrom;
  }

  #reassignmentsOf(symbol: DeclaredSymbol): readonly Reassignment[] {
    const { sourceCode, semantics } = this.#file;
    let reassignments = this.#reassignments.get(symbol);
    if (!reassignments) {
      reassignments = usesOf(symbol, semantics, sourceCode).flatMap((use) => {
        const reassignment = reassignmentBy(use);
        return reassignment && !this.#isDerived(reassignment, symbol) ? [reassignment] : [];
      });
      this.#reassignments.set(symbol, reassignments);
    }
    return reassignments;
  }

  /** Returns true for `ctx, cancel = context.WithTimeout(ctx, limit)`. */
  #isDerived({ value }: Reassignment, symbol: DeclaredSymbol): boolean {
    if (value?.kind !== "call_expression") return false;
    const parent = parentContext(value, this.#file.semantics);
    return parent !== null && refersTo(parent, symbol, this.#file.semantics);
  }

  /** Returns the variable whose values a context has. */
  #originOf(symbol: DeclaredSymbol): DeclaredSymbol {
    const parent = this.#parentOf(symbol);
    return parent ? this.#originOf(parent) : symbol;
  }

  /** Returns the variable that a context is derived from without another value, or null. */
  #parentOf(symbol: DeclaredSymbol): DeclaredSymbol | null {
    const { semantics } = this.#file;
    const value = initializerOf(symbol.node, semantics);
    const parent = value?.kind === "call_expression" ? parentContext(value, semantics) : null;
    const origin = parent && semantics.resolve(parent);
    return origin && !origin.isUniverse && origin !== symbol ? origin : null;
  }
}
