import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { GoNode } from "../syntax/node.ts";
import { OwnerCache } from "../syntax/owner-cache.ts";
import { enclosingConditions } from "./enclosing-conditions.ts";
import { evaluationOrderOf } from "./evaluation-order.ts";
import { ErrorVariable } from "./error-variable.ts";
import { GraphBuilder } from "./graph-builder.ts";
import type { Branch, Exit, FunctionNode, BasicBlock } from "./blocks.ts";

/** A question about all paths from a node. */
export interface PathQuery {
  /**
   * Returns true for a node that a path has to pass. The nodes on a path are tried in about
   * the order of evaluation until one is found. The body of a closure is not part of a path,
   * unless the closure is deferred or called where it stands.
   */
  readonly passes: (node: GoNode) => boolean;
  /**
   * The variable that holds the error of the node that paths start at, as an identifier. Paths
   * on which it is not nil are not followed, because the start did not happen there. That
   * holds until the variable is assigned again.
   */
  readonly error?: GoNode | null | undefined;
  /** Returns false for a branch that is not to be followed. */
  readonly follows?: (branch: Branch) => boolean;
}

/** The state of a path, as bits: what is known beside the block it has reached. */
const ERROR_KNOWN = 1;
const DEFERRED = 2;

/** The control-flow graph of one function. */
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

  /** The reachable exits of the function, in the order of the text. */
  get exits(): Exit[] {
    return this.exitsAvoiding(null, { passes: () => false });
  }

  /**
   * Returns the exits that are reached from a node without passing what the query asks for, in
   * the order of the text. A deferred call is passed by every exit after the `defer`, which
   * may stand before the start, except those that end the program. A path ends when it comes
   * back to its start. The conditions of the ifs around the start are assumed to have the same
   * outcome again.
   *
   * @param from An expression or a simple statement of this function: paths start after it is
   *   evaluated; null for the start of the function. There is no path from a node that this
   *   function does not evaluate itself.
   */
  exitsAvoiding(from: GoNode | null, { passes, error, follows }: PathQuery): Exit[] {
    const start = from ? this.#blockOf(from) : this.#first;
    if (!start) return [];
    const failure = error ? new ErrorVariable(error, this.#semantics) : null;
    const known = from ? enclosingConditions(from) : [];
    const exits = new Set<Exit>();
    const seen = new Map<BasicBlock, Set<number>>();
    const contradicts = (branch: Branch) => known.some((other) => isOpposite(branch, other));
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

  /** Returns true if every path to a block registers a deferred call that passes the query. */
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

function isOpposite(branch: Branch, known: Branch): boolean {
  return branch.outcome !== known.outcome && branch.condition.text === known.condition.text;
}

function isWithin({ range: [start, end] }: GoNode, { range }: GoNode): boolean {
  return range[0] <= start && end <= range[1];
}

/** Returns true for a node that is evaluated after another, as a call is after its arguments. */
function isAfter(node: GoNode, from: GoNode): boolean {
  return !isWithin(node, from) && node.range[1] >= from.range[1];
}

const graphs = new OwnerCache<SemanticModel, Map<FunctionNode, ControlFlowGraph>>(
  () => new Map(),
);

/**
 * Returns the control-flow graph of a function. Where the function has syntax errors, the
 * graph is as good as the tree: `node.hasError` tells.
 */
export function controlFlowGraphOf(
  node: FunctionNode,
  semantics: SemanticModel,
): ControlFlowGraph {
  const graphsOfFile = graphs.of(semantics);
  let graph = graphsOfFile.get(node);
  if (!graph) graphsOfFile.set(node, (graph = new ControlFlowGraph(node, semantics)));
  return graph;
}
