import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { GoNode } from "../syntax/node.ts";
import { enclosingConditions } from "./enclosing-conditions.ts";
import { evaluationOrderOf } from "./evaluation-order.ts";
import { ErrorVariable } from "./error-variable.ts";
import { GraphBuilder } from "./graph-builder.ts";
import type { Branch, Exit, FunctionNode, BasicBlock } from "./blocks.ts";

/** What is asked of the ways through a function. */
export interface PathQuery {
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

/** A way's state: what is known at a block beside the block. */
const ERROR_KNOWN = 1;
const DEFERRED = 2;

/** The ways through the body of one function. */
export class ControlFlowGraph {
  readonly #semantics: SemanticModel;
  readonly #first: BasicBlock;
  readonly #blocks: readonly BasicBlock[];
  readonly #evaluated = new Map<BasicBlock, readonly GoNode[]>();

  constructor(node: FunctionNode, semantics: SemanticModel) {
    const builder = new GraphBuilder(semantics);
    this.#semantics = semantics;
    this.#first = builder.build(node);
    this.#blocks = builder.blocks;
  }

  /** Where the function is left, in the order of the text; not what nothing leads to. */
  get exits(): Exit[] {
    return this.exitsAvoiding(null, { passes: () => false });
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
  exitsAvoiding(from: GoNode | null, { passes, error, follows }: PathQuery): Exit[] {
    const start = from ? this.#blockOf(from) : this.#first;
    if (!start) return [];
    const failure = error ? new ErrorVariable(error, this.#semantics) : null;
    const known = from ? enclosingConditions(from) : [];
    const exits = new Set<Exit>();
    const seen = new Map<BasicBlock, Set<number>>();
    const contradicts = (branch: Branch) => known.some((other) => isOtherWay(branch, other));
    const isDeferred = from !== null && this.#isDeferredBefore(start, passes, contradicts);
    const open: [block: BasicBlock, state: number][] = [
      [start, (isDeferred ? DEFERRED : 0) | (failure ? ERROR_KNOWN : 0)],
    ];
    for (let entry = open.pop(); entry; entry = open.pop()) {
      const [block, before] = entry;
      const states = seen.get(block) ?? new Set();
      if (states.has(before) || (from && block === start && seen.has(block))) continue;
      seen.set(block, states.add(before));

      let state = before;
      const isStart = from !== null && block === start;
      const nodes = this.#nodesOf(block);
      if ((isStart ? nodes.filter((node) => isAfter(node, from)) : nodes).some(passes)) {
        if (block.node?.kind !== "defer_statement") continue;
        state |= DEFERRED;
      }
      if (!isStart && block.node && failure?.isReassignedBy(block.node)) state &= ~ERROR_KNOWN;
      if (block.exit && (!(state & DEFERRED) || block.exit.kind === "exit"))
        exits.add(block.exit);
      for (const { to, branch } of block.successors) {
        if (branch && state & ERROR_KNOWN && failure?.impliesError(branch)) continue;
        if (branch && contradicts(branch)) continue;
        if (!branch || !follows || follows(branch)) open.push([to, state]);
      }
    }
    return [...exits].sort((a, b) => a.node.range[1] - b.node.range[1]);
  }

  /** True if every way to a block registers a deferred call that is to be passed. */
  #isDeferredBefore(
    start: BasicBlock,
    passes: PathQuery["passes"],
    contradicts: (branch: Branch) => boolean,
  ): boolean {
    const seen = new Set<BasicBlock>();
    const open = [this.#first];
    let isDeferred = false;
    for (let block = open.pop(); block; block = open.pop()) {
      if (block === start) return false;
      if (seen.has(block)) continue;
      seen.add(block);
      if (block.node?.kind === "defer_statement" && this.#nodesOf(block).some(passes)) {
        isDeferred = true;
      } else {
        for (const { to, branch } of block.successors) {
          if (!branch || !contradicts(branch)) open.push(to);
        }
      }
    }
    return isDeferred;
  }

  #nodesOf(block: BasicBlock): readonly GoNode[] {
    let nodes = this.#evaluated.get(block);
    if (!nodes)
      this.#evaluated.set(block, (nodes = block.node ? evaluationOrderOf(block.node) : []));
    return nodes;
  }

  #blockOf(node: GoNode): BasicBlock | undefined {
    return this.#blocks.find((block) => block.node && isWithin(node, block.node));
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

const flows = new WeakMap<SemanticModel, WeakMap<FunctionNode, ControlFlowGraph>>();

/**
 * The ways through a function. Where the function has syntax errors they are as good as
 * what was understood: `node.hasError` says so.
 */
export function controlFlowGraphOf(
  node: FunctionNode,
  semantics: SemanticModel,
): ControlFlowGraph {
  let ofFile = flows.get(semantics);
  if (!ofFile) flows.set(semantics, (ofFile = new WeakMap()));
  let flow = ofFile.get(node);
  if (!flow) ofFile.set(node, (flow = new ControlFlowGraph(node, semantics)));
  return flow;
}
