import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { GoNode } from "../syntax/node.ts";
import { conditionsAround } from "./enclosing-conditions.ts";
import { evaluatedBy } from "./evaluation-order.ts";
import { Failure } from "./error-variable.ts";
import { StepsReader } from "./graph-builder.ts";
import type { Branch, Exit, FunctionNode, Step } from "./blocks.ts";

/** What is asked of the ways through a function. */
export interface Passage {
  /**
   * True for a node that a way has to pass. It is asked of what is evaluated on the
   * ways, in about the order of evaluation, until it says so: closures are asked about, not
   * entered, unless they are deferred or called on the spot.
   */
  readonly passes: (node: GoNode) => boolean;
  /**
   * The variable that holds the error of what the ways start at, as an identifier: where
   * it is found not to be nil, the start did not happen, and the way is not followed.
   * That holds until the variable is given another value.
   */
  readonly error?: GoNode | null | undefined;
  /** False for a branch that is not to be followed. */
  readonly follows?: (branch: Branch) => boolean;
}

/** A way's state: what is known at a step beside the step. */
const ERROR_KNOWN = 1;
const DEFERRED = 2;

/** The ways through the body of one function. */
export class FunctionFlow {
  readonly #semantics: SemanticModel;
  readonly #first: Step;
  readonly #steps: readonly Step[];
  readonly #evaluated = new Map<Step, readonly GoNode[]>();

  constructor(node: FunctionNode, semantics: SemanticModel) {
    const reader = new StepsReader(semantics);
    this.#semantics = semantics;
    this.#first = reader.read(node);
    this.#steps = reader.steps;
  }

  /** Where the function is left, in the order of the text; not what nothing leads to. */
  get exits(): Exit[] {
    return this.exitsWithout(null, { passes: () => false });
  }

  /**
   * The exits that a way leads to from a node without passing what it has to, in the
   * order of the text. A deferred call is passed by every exit after the `defer`, which
   * may stand before the start, but not by those that end the program. A way that comes back to its start ends there. The
   * conditions of the ifs around the start are taken to come out the same way again.
   *
   * @param from An expression or a simple statement of this function: the ways start
   *   after it is evaluated; null for the start of the function. There is no way from
   *   what this function does not evaluate itself.
   */
  exitsWithout(from: GoNode | null, { passes, error, follows }: Passage): Exit[] {
    const start = from ? this.#stepOf(from) : this.#first;
    if (!start) return [];
    const failure = error ? new Failure(error, this.#semantics) : null;
    const known = from ? conditionsAround(from) : [];
    const exits = new Set<Exit>();
    const seen = new Map<Step, Set<number>>();
    const contradicts = (branch: Branch) => known.some((other) => isOtherWay(branch, other));
    const isDeferred = from !== null && this.#isDeferredBefore(start, passes, contradicts);
    const open: [step: Step, state: number][] = [
      [start, (isDeferred ? DEFERRED : 0) | (failure ? ERROR_KNOWN : 0)],
    ];
    for (let entry = open.pop(); entry; entry = open.pop()) {
      const [step, before] = entry;
      const states = seen.get(step) ?? new Set();
      if (states.has(before) || (from && step === start && seen.has(step))) continue;
      seen.set(step, states.add(before));

      let state = before;
      const isStart = from !== null && step === start;
      const nodes = this.#nodesOf(step);
      if ((isStart ? nodes.filter((node) => isAfter(node, from)) : nodes).some(passes)) {
        if (step.node?.kind !== "defer_statement") continue;
        state |= DEFERRED;
      }
      if (!isStart && step.node && failure?.isReplacedBy(step.node)) state &= ~ERROR_KNOWN;
      if (step.exit && (!(state & DEFERRED) || step.exit.kind === "exit")) exits.add(step.exit);
      for (const { to, branch } of step.next) {
        if (branch && state & ERROR_KNOWN && failure?.isTold(branch)) continue;
        if (branch && contradicts(branch)) continue;
        if (!branch || !follows || follows(branch)) open.push([to, state]);
      }
    }
    return [...exits].sort((a, b) => a.node.range[1] - b.node.range[1]);
  }

  /** True if every way to a step registers a deferred call that is to be passed. */
  #isDeferredBefore(
    start: Step,
    passes: Passage["passes"],
    contradicts: (branch: Branch) => boolean,
  ): boolean {
    const seen = new Set<Step>();
    const open = [this.#first];
    let isDeferred = false;
    for (let step = open.pop(); step; step = open.pop()) {
      if (step === start) return false;
      if (seen.has(step)) continue;
      seen.add(step);
      if (step.node?.kind === "defer_statement" && this.#nodesOf(step).some(passes)) {
        isDeferred = true;
      } else {
        for (const { to, branch } of step.next) {
          if (!branch || !contradicts(branch)) open.push(to);
        }
      }
    }
    return isDeferred;
  }

  #nodesOf(step: Step): readonly GoNode[] {
    let nodes = this.#evaluated.get(step);
    if (!nodes) this.#evaluated.set(step, (nodes = step.node ? evaluatedBy(step.node) : []));
    return nodes;
  }

  #stepOf(node: GoNode): Step | undefined {
    return this.#steps.find((step) => step.node && isWithin(node, step.node));
  }
}

function isOtherWay(branch: Branch, known: Branch): boolean {
  return branch.outcome !== known.outcome && branch.condition.text === known.condition.text;
}

function isWithin({ range: [start, end] }: GoNode, { range }: GoNode): boolean {
  return range[0] <= start && end <= range[1];
}

/** True for what is evaluated after a node: a call is, after what it is given. */
function isAfter(node: GoNode, from: GoNode): boolean {
  return node !== from && !isWithin(node, from) && node.range[1] >= from.range[1];
}

const flows = new WeakMap<SemanticModel, WeakMap<FunctionNode, FunctionFlow>>();

/**
 * The ways through a function. Where the function has syntax errors they are as good as
 * what was understood: `node.hasError` says so.
 */
export function flowOf(node: FunctionNode, semantics: SemanticModel): FunctionFlow {
  let ofFile = flows.get(semantics);
  if (!ofFile) flows.set(semantics, (ofFile = new WeakMap()));
  let flow = ofFile.get(node);
  if (!flow) ofFile.set(node, (flow = new FunctionFlow(node, semantics)));
  return flow;
}
