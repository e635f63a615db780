import {
  initializerOf,
  assignmentTargetsOf,
  usesOf,
  type DeclaredSymbol,
  type GoNode,
} from "@gopherwood/core";
import { contextOf, isEmptyContext, parentContext } from "../../jobs/contexts.ts";
import { isError } from "../../records/is-error.ts";
import type { JobFile } from "../../jobs/jobs.ts";
import { isWithin } from "../../jobs/step-loggers.ts";
import { failureOf, isMet, type Danger } from "./dangers.ts";
import { isOutsideStep, visibleValues } from "./visible.ts";

/** The context that a record is written for. */
export interface JobContext {
  /** As it is written: `ctx`, or `r.Context()`. */
  readonly text: string;
  readonly symbol: DeclaredSymbol;
  /** The offset from which on it is the one of the place; null if it may have changed. */
  readonly since: number | null;
  /** Where it is not to be used between then and the place. */
  readonly dangers: readonly Danger[];
}

/** Sets a variable to another context: one with other values. */
interface Change {
  readonly statement: GoNode;
  readonly value: GoNode | null;
}

/** Finds the context of a job or step for places of one file. */
export class JobContexts {
  readonly #file: JobFile;
  readonly #changes = new Map<DeclaredSymbol, readonly Change[]>();

  constructor(file: JobFile) {
    this.#file = file;
  }

  /** The context that a node is to take its logger from, or why there is none. */
  at(node: GoNode): JobContext | string {
    const { semantics, jobs } = this.#file;
    let reason = "no context is in scope";
    for (const symbol of visibleValues(node, semantics)) {
      const text = this.#textOf(symbol);
      if (text === null) continue;
      // The one that it is made of is as good, and longer there.
      const parent = this.#parentOf(symbol);
      if (parent && semantics.symbolAt(parent.name, node.range[0]) === parent) continue;
      if (isOutsideStep(symbol.node, node, jobs, semantics))
        return "the step's context has no name";
      const found = this.#of(symbol, text, node);
      if (typeof found !== "string") return found;
      reason = found;
    }
    return reason;
  }

  /** True if a variable has at a node the context that it, or its origin, has at another. */
  isSame(context: GoNode, at: GoNode, node: GoNode): boolean {
    const { semantics } = this.#file;
    const here = this.at(node);
    const symbol = semantics.resolve(context);
    // Where the job is not there, what was made before it is right.
    if (typeof here === "string") return true;
    if (symbol === null || symbol.isUniverse) return false;
    const origin = this.#originOf(symbol);
    if (this.#originOf(here.symbol) !== origin) return false;
    const since = this.#sinceOf(origin, node);
    return since !== null && since <= at.range[0];
  }

  /** True if a statement after another, in the same list, gives what follows another context. */
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
        const change = changeBy(target);
        return change !== null && !this.#isDerived(change, symbol);
      });
    });
  }

  #textOf(symbol: DeclaredSymbol): string | null {
    const { semantics, jobs } = this.#file;
    const known = contextOf(symbol, semantics);
    if (known !== null) return known;
    // What a tracker gives is known even if its package was not read.
    const value = initializerOf(symbol.node, semantics);
    return value && jobs.isCall(value, "StartJob") ? symbol.name : null;
  }

  #of(symbol: DeclaredSymbol, text: string, node: GoNode): JobContext | string {
    const since = this.#sinceOf(symbol, node);
    const changes = this.#changesOf(symbol);
    const last = lastBefore(node, changes);
    if (!last && isUnset(symbol)) return `'${symbol.name}' is not set yet`;
    if (!last && isEmptyContext(symbol.node, this.#file.semantics)) {
      return `'${symbol.name}' is an empty context`;
    }
    const first = { value: changeBy(symbol.node)?.value ?? null };
    const relevant = since === null ? [first, ...changes] : [last ?? first];
    const dangers: Danger[] = [];
    for (const { value } of relevant) {
      const danger = this.#dangerOf(value);
      if (typeof danger === "string") return danger;
      if (danger) dangers.push(danger);
    }
    const met = dangers.find((danger) => isMet(danger, node, this.#file.semantics));
    return met?.reason ?? { text, symbol, since, dangers };
  }

  #dangerOf(value: GoNode | null): Danger | string | null {
    const { semantics, jobs } = this.#file;
    if (value?.kind !== "call_expression") return null;
    const called = value.function.text;
    const isStart = jobs.isCall(value, "StartJob");
    const reason = isStart
      ? "the job may not have started here"
      : `'${called}' may have failed here`;
    const danger = failureOf(value, reason);
    if (isStart) return danger ?? "the error of 'StartJob' is not looked at";
    const error = assignmentTargetsOf(value).at(-1);
    return error && isError(error, semantics) ? danger : null;
  }

  /** The offset from which on a variable has the value that it has at a node. */
  #sinceOf(symbol: DeclaredSymbol, node: GoNode): number | null {
    const changes = this.#changesOf(symbol);
    const last = lastBefore(node, changes);
    if (last && !(last.statement.parent && isWithin(node, last.statement.parent))) return null;
    const base = last?.statement ?? symbol.node;
    const isCertain = changes.every(
      (change) => change === last || !mayRunBetween(base, change.statement, node),
    );
    if (!isCertain) return null;
    return last ? last.statement.range[1] : symbol.visibleFrom;
  }

  #changesOf(symbol: DeclaredSymbol): readonly Change[] {
    const { sourceCode, semantics } = this.#file;
    let changes = this.#changes.get(symbol);
    if (!changes) {
      changes = usesOf(symbol, semantics, sourceCode).flatMap((use) => {
        const change = changeBy(use);
        return change && !this.#isDerived(change, symbol) ? [change] : [];
      });
      this.#changes.set(symbol, changes);
    }
    return changes;
  }

  /** True for `ctx, cancel = context.WithTimeout(ctx, limit)`. */
  #isDerived({ value }: Change, symbol: DeclaredSymbol): boolean {
    if (value?.kind !== "call_expression") return false;
    const parent = parentContext(value, this.#file.semantics);
    return parent !== null && this.#file.semantics.resolve(parent) === symbol;
  }

  /** The variable whose values a context has. */
  #originOf(symbol: DeclaredSymbol): DeclaredSymbol {
    const parent = this.#parentOf(symbol);
    return parent ? this.#originOf(parent) : symbol;
  }

  /** The variable that a context is made of without a value more, or null. */
  #parentOf(symbol: DeclaredSymbol): DeclaredSymbol | null {
    const { semantics } = this.#file;
    const value = initializerOf(symbol.node, semantics);
    const parent = value?.kind === "call_expression" ? parentContext(value, semantics) : null;
    const origin = parent && semantics.resolve(parent);
    return origin && !origin.isUniverse && origin !== symbol ? origin : null;
  }
}

function lastBefore(node: GoNode, changes: readonly Change[]): Change | undefined {
  return changes.findLast(({ statement }) => statement.range[1] <= node.range[0]);
}

/** The statement by which a name gets another value, or may get one. */
function changeBy(use: GoNode): Change | null {
  const { parent } = use;
  const statement = parent?.kind === "expression_list" ? parent.parent : parent;
  switch (statement?.kind) {
    case "short_var_declaration":
    case "assignment_statement": {
      const { left, right } = statement;
      if (left !== parent) return null;
      const values = right.namedChildren;
      const index = values.length === 1 ? 0 : left.namedChildren.indexOf(use);
      return { statement, value: values[index] ?? null };
    }
    case "range_clause":
    case "receive_statement":
      return statement.left === parent ? { statement, value: null } : null;
    case "unary_expression":
      return statement.operator.text === "&" ? { statement, value: null } : null;
    default:
      return null;
  }
}

/** True if a statement may run after another and before a node. */
function mayRunBetween(base: GoNode, change: GoNode, node: GoNode): boolean {
  if (ancestors(change, "func_literal").some((closure) => !isWithin(node, closure)))
    return true;
  const closure = ancestors(node, "func_literal").findLast((inner) => !isWithin(base, inner));
  if (closure && change.range[0] > closure.range[0]) return true;
  if (change.range[0] < node.range[0]) return false;
  return ancestors(node, "for_statement").some(
    (loop) => isWithin(change, loop) && !isWithin(base, loop),
  );
}

/** The nodes of a kind that a node stands in, from the inside out. */
function ancestors(node: GoNode, kind: GoNode["kind"]): GoNode[] {
  const found: GoNode[] = [];
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind === kind) found.push(parent);
  }
  return found;
}

function isUnset({ declaration }: DeclaredSymbol): boolean {
  return declaration.kind === "var_spec" && !declaration.value;
}
