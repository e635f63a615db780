import { enclosingFunction, type GoNode } from "@gopherwood/core";
import type { JobFile } from "../../jobs/jobs.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { insertionPointFor, freeNameBefore } from "./insertion-points.ts";
import { JobContexts, type JobContext } from "./job-contexts.ts";
import { KnownLoggers, type LoggerOrigins } from "./known-loggers.ts";
import { canReach, lacksGuard, type NilGuard } from "./nil-guards.ts";
import type { LoggerExpression, LoggerRequest, LoggerVariable, Target } from "./target.ts";
import { isOutsideStep } from "./visible-values.ts";

/** The traits that all loggers of a source have. */
export type SourceTraits = Pick<Target, "unsafeReason" | "isSlog">;

/** A logger of a job that is not there yet. */
export interface NewLogger {
  readonly context: JobContext;
  readonly expression: LoggerExpression;
  /** The offset from which on it can be made; null if only where it is used. */
  readonly validFrom: number | null;
  /** The checks without which it cannot be made. */
  readonly guards: readonly NilGuard[];
}

/** The loggers of jobs, in one file. */
export class JobScope {
  readonly #file: JobFile;
  readonly #contexts: JobContexts;
  readonly #names = new Map<GoNode, string>();

  constructor(file: JobFile) {
    this.#file = file;
    this.#contexts = new JobContexts(file);
  }

  /** Returns the context of all records of a request, or a refusal. */
  contextFor({ node, uses }: LoggerRequest): JobContext | Refusal {
    const context = this.#contexts.at(node);
    if (isRefusal(context)) return context;
    const { jobs, semantics } = this.#file;
    for (const use of uses) {
      if (use === node) continue;
      if (isOutsideStep(node, use, jobs, semantics)) return refuse({ code: "used-in-step" });
      if (!this.#contexts.isSame(context.symbol.node, node, use)) {
        return refuse({ code: "older-than-context" });
      }
    }
    return context;
  }

  /** Returns the variable that holds the logger of a request already, or null. */
  known(
    { node, uses, keys }: LoggerRequest,
    origins: LoggerOrigins,
    traits: SourceTraits,
  ): Target | null {
    const loggers = new KnownLoggers(this.#file, this.#contexts, origins);
    const found = loggers.at(node, keys);
    if (!found || uses.some((use) => loggers.at(use, keys) !== found)) return null;
    return this.#target({ kind: "variable", name: found.name }, uses, traits);
  }

  /** Returns a logger that is declared once for all that can use it, or made where it is used. */
  declared(
    { node, uses }: LoggerRequest,
    { context, expression, validFrom, guards }: NewLogger,
    traits: SourceTraits,
  ): Target {
    const { sourceCode, semantics } = this.#file;
    const isSafe = (statement: GoNode) =>
      !guards.some((guard) => lacksGuard(guard, statement, semantics));
    const point =
      validFrom === null ? null : insertionPointFor(node, validFrom, isSafe, sourceCode);
    // A logger whose context is soon replaced needs no name.
    const isBrief = point !== null && this.#contexts.isReplacedAfter(point, context);
    const variable = point && !isBrief ? this.#variableBefore(point, node) : null;
    return this.#target({ kind: "expression", expression, variable }, uses, traits);
  }

  /** Returns the variable that is declared before a statement; null if a node cannot see it. */
  #variableBefore(before: GoNode, node: GoNode): LoggerVariable | null {
    const name = this.#nameBefore(before);
    const visible = this.#file.semantics.symbolAt(name, node.range[0]);
    const isHidden = visible !== null && visible.node.range[0] > before.range[0];
    return isHidden ? null : { name, before };
  }

  /** Returns the name of the logger before a statement: each of a list has its own. */
  #nameBefore(statement: GoNode): string {
    const { semantics, sourceCode } = this.#file;
    let name = this.#names.get(statement);
    if (name === undefined) {
      const reserved = [...this.#names]
        .filter(([other]) => other.parent === statement.parent)
        .map(([, other]) => other);
      name = freeNameBefore(statement, semantics, sourceCode, new Set(reserved));
      this.#names.set(statement, name);
    }
    return name;
  }

  #target(
    logger: Target["logger"],
    uses: readonly GoNode[],
    { unsafeReason, isSlog }: SourceTraits,
  ): Target {
    const mayHaveEnded = uses.some((use) => this.#mayHaveEndedAt(use));
    return {
      logger,
      unsafeReason: mayHaveEnded ? "the job may have ended here" : unsafeReason,
      isSlog,
    };
  }

  /** Returns true if the job may have been ended where a record is written. */
  #mayHaveEndedAt(node: GoNode): boolean {
    const { jobs, semantics } = this.#file;
    const stopsAt = (other: GoNode) => jobs.isCall(other, "StartJob");
    for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) {
      const { body } = around;
      const ends = (body ? jobs.callsIn(body, "EndJob") : []).filter(
        (end) => enclosingFunction(end) === around && end.parent?.kind !== "defer_statement",
      );
      if (ends.some((end) => canReach(around, end, node, semantics, { stopsAt }))) return true;
    }
    return false;
  }
}
