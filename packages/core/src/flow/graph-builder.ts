import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type {
  ExpressionSwitchStatementNode,
  ForStatementNode,
  IfStatementNode,
  LabeledStatementNode,
  SelectStatementNode,
  TypeSwitchStatementNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import { terminationOf } from "./termination.ts";
import type { Successor, Exit, FunctionNode, BasicBlock } from "./blocks.ts";

/** The targets of `break` and `continue` in a statement. */
interface JumpTarget {
  readonly label: string | null;
  readonly breakTarget: BasicBlock;
  /** Null in a switch or select, which `continue` does not refer to. */
  readonly continueTarget: BasicBlock | null;
}

/**
 * Builds the blocks of a function from its end to its start, so that the successors of a
 * statement exist before it does. A closure is a value here: its body is not entered.
 */
export class GraphBuilder {
  /** The blocks but those of labels and loops, in no order. */
  readonly blocks: BasicBlock[] = [];
  readonly #semantics: SemanticModel;
  readonly #labels = new Map<string, BasicBlock>();
  readonly #jumpTargets: JumpTarget[] = [];

  constructor(semantics: SemanticModel) {
    this.#semantics = semantics;
  }

  /** Returns the first block of a function. */
  build({ body }: FunctionNode): BasicBlock {
    const end = makeBlock(null, body && { kind: "end", node: body });
    return body ? this.#statements(body, end) : end;
  }

  /**
   * Returns the block that evaluates a node before another block; without a node the other
   * block.
   */
  #block(node: GoNode | null, next: BasicBlock): BasicBlock {
    return node ? this.#branching(node, [next]) : next;
  }

  /** Returns the block that evaluates a node before any of several. */
  #branching(node: GoNode | null, successors: readonly BasicBlock[]): BasicBlock {
    const block = makeBlock(node, null);
    this.blocks.push(block);
    block.successors.push(...successors.map((to): Successor => ({ to })));
    return block;
  }

  #exit(exit: Exit): BasicBlock {
    const block = makeBlock(exit.node, exit);
    this.blocks.push(block);
    return block;
  }

  /**
   * Returns the first block of the statements in braces or in a clause; the case of a clause
   * is not part of it.
   */
  #statements(block: GoNode, next: BasicBlock): BasicBlock {
    const list = block.namedChildren.find(({ kind }) => kind === "statement_list");
    return (list?.namedChildren ?? []).reduceRight(
      (following, statement) => this.#statement(statement, following, null),
      next,
    );
  }

  #statement(node: GoNode, next: BasicBlock, label: string | null): BasicBlock {
    switch (node.kind) {
      case "comment":
      case "empty_statement":
        return next;
      case "block":
        return this.#statements(node, next);
      case "if_statement":
        return this.#if(node, next);
      case "for_statement":
        return this.#for(node, next, label);
      case "expression_switch_statement":
        return this.#switch(node, next, label);
      case "type_switch_statement":
      case "select_statement":
        return this.#choice(node, next, label);
      case "labeled_statement":
        return this.#labeled(node, next);
      case "return_statement":
        return this.#exit({ kind: "return", node });
      case "break_statement":
        return this.#jump(node, ({ breakTarget }) => breakTarget);
      case "continue_statement":
        return this.#jump(node, ({ continueTarget }) => continueTarget);
      case "goto_statement":
        return this.#label(node.namedChildren[0]?.text ?? "");
      case "expression_statement": {
        const [call] = node.namedChildren;
        const kind =
          call?.kind === "call_expression" ? terminationOf(call, this.#semantics) : null;
        return kind ? this.#exit({ kind, node }) : this.#block(node, next);
      }
      default:
        return this.#block(node, next);
    }
  }

  #if(node: IfStatementNode, next: BasicBlock): BasicBlock {
    const { alternative } = node;
    const otherwise = alternative ? this.#statement(alternative, next, null) : next;
    const condition = this.#condition(
      node.condition,
      this.#statements(node.consequence, next),
      otherwise,
    );
    return this.#block(node.initializer, condition);
  }

  /** Returns the block that a condition starts with, taken apart as Go evaluates it. */
  #condition(node: GoNode, ifTrue: BasicBlock, ifFalse: BasicBlock): BasicBlock {
    switch (node.kind) {
      case "true":
        return ifTrue;
      case "parenthesized_expression": {
        const inner = node.namedChildren.find(({ kind }) => kind !== "comment");
        return inner ? this.#condition(inner, ifTrue, ifFalse) : ifTrue;
      }
      case "unary_expression":
        if (node.operator.text !== "!") break;
        return this.#condition(node.operand, ifFalse, ifTrue);
      case "binary_expression": {
        const { left, operator, right } = node;
        if (operator.text !== "&&" && operator.text !== "||") break;
        const second = this.#condition(right, ifTrue, ifFalse);
        return operator.text === "&&"
          ? this.#condition(left, second, ifFalse)
          : this.#condition(left, ifTrue, second);
      }
    }
    const block = this.#branching(node, []);
    block.successors.push(
      { to: ifTrue, branch: { condition: node, outcome: true } },
      { to: ifFalse, branch: { condition: node, outcome: false } },
    );
    return block;
  }

  #for(node: ForStatementNode, next: BasicBlock, label: string | null): BasicBlock {
    const head = node.namedChildren.find(({ kind }) => kind !== "comment");
    const start = makeBlock(null, null);
    const clause = head?.kind === "for_clause" ? head : null;
    const continueTarget = this.#block(clause?.update ?? null, start);
    this.#jumpTargets.push({ label, breakTarget: next, continueTarget });
    const body = this.#statements(node.body, continueTarget);
    this.#jumpTargets.pop();

    if (head?.kind === "range_clause") {
      start.successors.push({ to: this.#branching(head, [body, next]) });
    } else {
      const condition = clause ? clause.condition : head === node.body ? null : head;
      start.successors.push({ to: condition ? this.#condition(condition, body, next) : body });
    }
    return this.#block(clause?.initializer ?? null, start);
  }

  #switch(
    node: ExpressionSwitchStatementNode,
    next: BasicBlock,
    label: string | null,
  ): BasicBlock {
    const clauses = node.namedChildren.filter(
      ({ kind }) => kind === "expression_case" || kind === "default_case",
    );
    const bodies = this.#clauses(clauses, next, label);
    let test = bodies[clauses.findIndex(({ kind }) => kind === "default_case")] ?? next;
    for (let index = clauses.length - 1; index >= 0; index -= 1) {
      const clause = clauses[index];
      const body = bodies[index];
      if (clause?.kind !== "expression_case" || !body) continue;
      const values = clause.value.namedChildren.filter(({ kind }) => kind !== "comment");
      for (const value of values.toReversed()) {
        test = node.value
          ? this.#branching(value, [body, test])
          : this.#condition(value, body, test);
      }
    }
    return this.#block(node.initializer, this.#block(node.value, test));
  }

  /** Returns the first block of a type switch or a select: any of its clauses may follow. */
  #choice(
    node: TypeSwitchStatementNode | SelectStatementNode,
    next: BasicBlock,
    label: string | null,
  ): BasicBlock {
    const clauses = node.namedChildren.filter(({ kind }) =>
      /^(?:type_case|communication_case|default_case)$/u.test(kind),
    );
    const successors = this.#clauses(clauses, next, label).map((body, index) => {
      const clause = clauses[index];
      return clause?.kind === "communication_case"
        ? this.#block(clause.communication, body)
        : body;
    });
    if (node.kind === "select_statement") return this.#branching(null, successors);
    if (!clauses.some(({ kind }) => kind === "default_case")) successors.push(next);
    return this.#block(node.initializer, this.#branching(node.value, successors));
  }

  #clauses(clauses: readonly GoNode[], next: BasicBlock, label: string | null): BasicBlock[] {
    this.#jumpTargets.push({ label, breakTarget: next, continueTarget: null });
    let below = next;
    const bodies = clauses.toReversed().map((clause) => {
      below = this.#statements(clause, fallsThrough(clause) ? below : next);
      return below;
    });
    this.#jumpTargets.pop();
    return bodies.reverse();
  }

  #labeled(node: LabeledStatementNode, next: BasicBlock): BasicBlock {
    const label = node.label.text;
    const statement = node.namedChildren.find(
      (child) => child !== node.label && child.kind !== "comment",
    );
    const block = this.#label(label);
    block.successors.push({ to: statement ? this.#statement(statement, next, label) : next });
    return block;
  }

  /** Returns the block of a label, which may be asked for before or after it is reached. */
  #label(label: string): BasicBlock {
    let block = this.#labels.get(label);
    if (!block) this.#labels.set(label, (block = makeBlock(null, null)));
    return block;
  }

  /**
   * Returns the target of `break` or `continue`; an empty block if no statement around it has
   * one.
   */
  #jump(node: GoNode, targetOf: (target: JumpTarget) => BasicBlock | null): BasicBlock {
    const label = node.namedChildren.find(({ kind }) => kind === "label_name")?.text;
    const target = this.#jumpTargets.findLast(
      (candidate) => targetOf(candidate) && (label === undefined || candidate.label === label),
    );
    return (target && targetOf(target)) ?? makeBlock(null, null);
  }
}

function makeBlock(node: GoNode | null, exit: Exit | null): BasicBlock {
  return { node, exit, successors: [] };
}

function fallsThrough(clause: GoNode): boolean {
  const list = clause.namedChildren.find(({ kind }) => kind === "statement_list");
  const last = list?.namedChildren.findLast(
    ({ kind }) => kind !== "comment" && kind !== "empty_statement",
  );
  return last?.kind === "fallthrough_statement";
}
