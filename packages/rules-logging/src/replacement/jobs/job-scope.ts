import { enclosingFunction, type GoFixer, type GoNode } from "@gopherwood/core";
import type { JobFile } from "../../jobs/jobs.ts";
import type { LoggerRequest, Target } from "../logger-source.ts";
import { isMet, leadsTo, type Danger } from "./dangers.ts";
import { JobContexts, type JobContext } from "./job-contexts.ts";
import { KnownLoggers, type LoggerOrigins } from "./known-loggers.ts";
import { declarationAt, freeNameAt, offsetBefore, placeFor } from "./places.ts";
import { isOutsideStep } from "./visible.ts";

/** What is known of a source's loggers beforehand. */
export type Offer = Pick<Target, "doubt" | "isSlog">;

/** A logger of a job that has to be made. */
export interface NewLogger {
  readonly context: JobContext;
  /** Writes the expression that makes it. */
  readonly expression: (fixer: GoFixer) => string;
  /** The offset from which on it can be made; null if only where it is used. */
  readonly since: number | null;
  /** Where it cannot be made. */
  readonly dangers: readonly Danger[];
}

/** The loggers of jobs, in one file. */
export class JobScope {
  readonly contexts: JobContexts;
  readonly #file: JobFile;
  readonly #names = new Map<GoNode, string>();

  constructor(file: JobFile) {
    this.#file = file;
    this.contexts = new JobContexts(file);
  }

  /** The context for all that is written through what is made at a node, or why there is none. */
  contextFor({ node, uses }: LoggerRequest): JobContext | string {
    const context = this.contexts.at(node);
    if (typeof context === "string") return context;
    const { jobs, semantics } = this.#file;
    for (const use of uses) {
      if (use === node) continue;
      if (isOutsideStep(node, use, jobs, semantics)) return "its entry is used in a step";
      if (!this.contexts.isSame(context.symbol.node, node, use)) {
        return "its entry is made before the context that it is used with";
      }
    }
    return context;
  }

  /** The variable that holds the logger already, as a target; null if there is none. */
  known(
    { node, uses, keys }: LoggerRequest,
    origins: LoggerOrigins,
    offer: Offer,
  ): Target | null {
    const loggers = new KnownLoggers(this.#file, this.contexts, origins);
    const found = loggers.at(node, keys);
    if (!found || uses.some((use) => loggers.at(use, keys) !== found)) return null;
    const text = { receiver: found.name, value: found.name, edits: [] };
    return this.#target(uses, { ...offer, write: () => text });
  }

  /** A logger that is declared once for all that can use it, or made on the spot. */
  declared(
    { node, uses }: LoggerRequest,
    { context, expression, since, dangers }: NewLogger,
    offer: Offer,
  ): Target {
    const { sourceCode, semantics } = this.#file;
    const { text } = sourceCode;
    const isSafe = (statement: GoNode) =>
      !dangers.some((danger) => isMet(danger, statement, semantics));
    const place = since === null ? null : placeFor(node, since, isSafe, sourceCode);
    // One that is soon out of date needs no name.
    const isBrief = place !== null && this.contexts.isReplacedAfter(place, context);
    const name = place && !isBrief ? this.#nameAt(place) : null;
    const hidden = name === null ? null : semantics.symbolAt(name, node.range[0]);
    const isHidden = place !== null && hidden !== null && hidden.node.range[0] > place.range[0];
    const write: Target["write"] = (fixer) => {
      const value = expression(fixer);
      const hasName = place !== null && name !== null && !isHidden;
      // One that is there and was not taken has its name hidden.
      if (!hasName || isDeclaredBetween(place, node, value))
        return { receiver: value, value, edits: [] };
      const at = offsetBefore(place, sourceCode);
      const declaration = declarationAt(place, name, value, text);
      const edits = [fixer.insertTextBeforeRange([at, at], declaration)];
      return { receiver: name, value: name, edits };
    };
    return this.#target(uses, { ...offer, write });
  }

  /** The name of the logger that is declared before a place: one of its own in each list. */
  #nameAt(place: GoNode): string {
    const { semantics, sourceCode } = this.#file;
    let name = this.#names.get(place);
    if (name === undefined) {
      const taken = [...this.#names].filter(([other]) => other.parent === place.parent);
      name = freeNameAt(place, semantics, sourceCode, new Set(taken.map(([, given]) => given)));
      this.#names.set(place, name);
    }
    return name;
  }

  #target(uses: readonly GoNode[], { doubt, isSlog, write }: Target): Target {
    const hasEnded = uses.some((use) => this.#hasEndedAt(use));
    return { doubt: hasEnded ? "the job may have ended here" : doubt, isSlog, write };
  }

  /** True if the job may have been ended where a record is written. */
  #hasEndedAt(node: GoNode): boolean {
    const { jobs, semantics } = this.#file;
    for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) {
      const { body } = around;
      const ends = body ? jobs.callsIn(body, "EndJob") : [];
      const isLater = ends.some(
        (end) =>
          enclosingFunction(end) === around &&
          end.parent?.kind !== "defer_statement" &&
          leadsTo(around, end, node, semantics, {
            stopsAt: (other) => jobs.isCall(other, "StartJob"),
          }),
      );
      if (isLater) return true;
    }
    return false;
  }
}

/** True if a statement between a place and a node declares a variable with this value. */
function isDeclaredBetween(place: GoNode, node: GoNode, value: string): boolean {
  const statements = place.parent?.namedChildren ?? [];
  return statements.some(
    (statement) =>
      statement.kind === "short_var_declaration" &&
      statement.right.text === value &&
      place.range[0] <= statement.range[0] &&
      statement.range[1] <= node.range[0],
  );
}
