import {
  lineOfExit,
  assignmentTargetsOf,
  contains,
  controlFlowGraphOf,
  enclosingFunction,
  type CallExpressionNode,
  type Exit,
  type FunctionNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import type { Coverage, Declaration, JobRecords } from "./job-records.ts";

/** The way in which a function treats the record of its job. */
export type JobState =
  /** It records no job. */
  | { readonly kind: "missing" }
  /** A path leaves it after the first record without another one. */
  | { readonly kind: "open"; readonly exits: readonly Exit[] }
  /** Such a path may or may not record the job. */
  | { readonly kind: "undecided"; readonly reason: string }
  | { readonly kind: "closed" };

type Passes = (node: GoNode) => boolean;

/** Follows the paths through functions from the first record of a job. */
export class JobPaths {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #records: JobRecords;
  readonly #states = new Map<Declaration, JobState>();

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel, records: JobRecords) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#records = records;
  }

  /** Returns the state in which a function leaves its job. */
  of(declaration: Declaration): JobState {
    let state = this.#states.get(declaration);
    if (!state) {
      this.#states.set(declaration, { kind: "missing" });
      state = this.#read(declaration);
      this.#states.set(declaration, state);
    }
    return state;
  }

  #read(declaration: Declaration): JobState {
    const calls = this.#records.in(declaration, this.#sourceCode);
    if (calls.length === 0) return { kind: "missing" };
    const first = calls.find((call) => !isDeferred(call)) ?? null;
    const target = first && this.#records.targetOf(first);
    const inner = target && this.of(target);
    if (inner?.kind === "closed" || inner?.kind === "undecided") return inner;

    const open = this.#openExits(declaration, first, ["all", "some"]);
    if (open.length > 0) return { kind: "open", exits: open };
    const [unclear] = this.#openExits(declaration, first, ["all"]);
    if (unclear) {
      const reason = `the job may be left as it was begun in line ${lineOfExit(unclear)}`;
      return { kind: "undecided", reason };
    }
    const skipped = first && this.#exitWithoutJob(declaration, first);
    return skipped
      ? { kind: "undecided", reason: `no job is recorded before line ${lineOfExit(skipped)}` }
      : { kind: "closed" };
  }

  /** Returns the exits that a path leads to from the first record without another one. */
  #openExits(
    declaration: Declaration,
    first: CallExpressionNode | null,
    coverages: readonly Coverage[],
  ): readonly Exit[] {
    const covers = (node: GoNode) => coverages.includes(this.#records.coverageOf(node));
    if (!first) return this.#exits(declaration, null, covers);
    const error = assignmentTargetsOf(first).at(-1) ?? null;
    let innermost: readonly Exit[] | null = null;
    let from: GoNode = first;
    for (let body = enclosingFunction(from); body; body = enclosingFunction(from)) {
      const start = from;
      const passes: Passes = (node) =>
        !(node.kind === "func_literal" && contains(node, start)) && covers(node);
      const exits = this.#exits(body, start, passes, start === first ? error : null);
      if (exits.length === 0) return [];
      innermost ??= exits;
      // Nothing follows a closure that runs by itself.
      if (body.kind !== "func_literal" || isStartedByGo(body)) break;
      from = body;
    }
    return innermost ?? [];
  }

  #exits(
    body: FunctionNode,
    from: GoNode | null,
    passes: Passes,
    error: GoNode | null = null,
  ): readonly Exit[] {
    return controlFlowGraphOf(body, this.#semantics)
      .exitsAvoiding(from, { passes, error })
      .filter(({ kind }) => kind === "return" || kind === "end");
  }

  /** Returns an exit without an error that no record precedes, or null. */
  #exitWithoutJob(declaration: Declaration, first: CallExpressionNode): Exit | null {
    // A loop that does not run has no job.
    if (isInLoop(first)) return null;
    const exits = this.#exits(
      declaration,
      null,
      (node) => this.#records.coverageOf(node) !== "none",
    );
    return exits.find(({ kind, node }) => kind === "end" || returnsNil(node)) ?? null;
  }
}

function returnsNil(statement: GoNode): boolean {
  const [values] = statement.namedChildren;
  return values?.namedChildren.at(-1)?.kind === "nil";
}

function isDeferred(node: GoNode): boolean {
  return hasAncestor(node, ["defer_statement"]);
}

function isInLoop(node: GoNode): boolean {
  return hasAncestor(node, ["for_statement"]);
}

function hasAncestor(node: GoNode, kinds: readonly string[]): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (kinds.includes(parent.kind)) return true;
  }
  return false;
}

function isStartedByGo({ parent }: GoNode): boolean {
  return parent?.kind === "call_expression" && parent.parent?.kind === "go_statement";
}
