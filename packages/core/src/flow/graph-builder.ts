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

/** Where `break` and `continue` lead inside a statement. */
interface JumpTarget {
  readonly label: string | null;
  readonly after: BasicBlock;
  /** Null in a switch or select. */
  readonly again: BasicBlock | null;
}

/**
 * Reads the steps of a function's body from its end to its start: what a statement goes
 * on with is there when the statement is read. Closures are values here: their bodies
 * are not entered.
 */
export class GraphBuilder {
  /** Every step that evaluates something, in no order. */
  readonly blocks: BasicBlock[] = [];
  readonly #semantics: SemanticModel;
  readonly #labels = new Map<string, BasicBlock>();
  readonly #around: JumpTarget[] = [];

  constructor(semantics: SemanticModel) {
    this.#semantics = semantics;
  }

  /** The first step of a function. */
  build({ body }: FunctionNode): BasicBlock {
    const end = makeBlock(null, body && { kind: "end", node: body });
    return body ? this.#block(body, end) : end;
  }

  /** The step that evaluates a node, where there is one, and goes on with another. */
  #step(node: GoNode | null, next: BasicBlock): BasicBlock {
    return node ? this.#fork(node, [next]) : next;
  }

  /** The step that evaluates a node and goes on with any of these. */
  #fork(node: GoNode | null, ways: readonly BasicBlock[]): BasicBlock {
    const step = makeBlock(node, null);
    if (node) this.blocks.push(step);
    step.successors.push(...ways.map((to): Successor => ({ to })));
    return step;
  }

  #exit(exit: Exit): BasicBlock {
    const step = makeBlock(exit.node, exit);
    this.blocks.push(step);
    return step;
  }

  /** A block, or a clause: what stands before its statements is read by others. */
  #block(block: GoNode, next: BasicBlock): BasicBlock {
    const list = block.namedChildren.find(({ kind }) => kind === "statement_list");
    return (list?.namedChildren ?? []).reduceRight(
      (after, statement) => this.#statement(statement, after, null),
      next,
    );
  }

  #statement(node: GoNode, next: BasicBlock, label: string | null): BasicBlock {
    switch (node.kind) {
      case "comment":
      case "empty_statement":
        return next;
      case "block":
        return this.#block(node, next);
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
        return this.#target(node, ({ after }) => after);
      case "continue_statement":
        return this.#target(node, ({ again }) => again);
      case "goto_statement":
        return this.#label(node.namedChildren[0]?.text ?? "");
      case "expression_statement": {
        const [call] = node.namedChildren;
        const kind =
          call?.kind === "call_expression" ? terminationOf(call, this.#semantics) : null;
        return kind ? this.#exit({ kind, node }) : this.#step(node, next);
      }
      // A clause's fall is found by the clause.
      case "fallthrough_statement":
        return next;
      default:
        return this.#step(node, next);
    }
  }

  #if(node: IfStatementNode, next: BasicBlock): BasicBlock {
    const { alternative } = node;
    const otherwise = alternative ? this.#statement(alternative, next, null) : next;
    const condition = this.#condition(
      node.condition,
      this.#block(node.consequence, next),
      otherwise,
    );
    return this.#step(node.initializer, condition);
  }

  /** Takes a condition apart as Go evaluates it. */
  #condition(node: GoNode, holds: BasicBlock, fails: BasicBlock): BasicBlock {
    switch (node.kind) {
      case "true":
        return holds;
      case "parenthesized_expression": {
        const inner = node.namedChildren.find(({ kind }) => kind !== "comment");
        return inner ? this.#condition(inner, holds, fails) : holds;
      }
      case "unary_expression":
        if (node.operator.text !== "!") break;
        return this.#condition(node.operand, fails, holds);
      case "binary_expression": {
        const { left, operator, right } = node;
        if (operator.text !== "&&" && operator.text !== "||") break;
        const second = this.#condition(right, holds, fails);
        return operator.text === "&&"
          ? this.#condition(left, second, fails)
          : this.#condition(left, holds, second);
      }
    }
    const step = this.#fork(node, []);
    step.successors.push(
      { to: holds, branch: { condition: node, outcome: true } },
      { to: fails, branch: { condition: node, outcome: false } },
    );
    return step;
  }

  #for(node: ForStatementNode, next: BasicBlock, label: string | null): BasicBlock {
    const head = node.namedChildren.find(({ kind }) => kind !== "comment");
    const top = makeBlock(null, null);
    const clause = head?.kind === "for_clause" ? head : null;
    const again = this.#step(clause?.update ?? null, top);
    this.#around.push({ label, after: next, again });
    const body = this.#block(node.body, again);
    this.#around.pop();

    if (head?.kind === "range_clause") {
      top.successors.push({ to: this.#fork(head, [body, next]) });
    } else {
      const condition = clause ? clause.condition : head === node.body ? null : head;
      top.successors.push({ to: condition ? this.#condition(condition, body, next) : body });
    }
    return this.#step(clause?.initializer ?? null, top);
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
          ? this.#fork(value, [body, test])
          : this.#condition(value, body, test);
      }
    }
    return this.#step(node.initializer, this.#step(node.value, test));
  }

  /** A type switch or a select: any of its clauses may be the next. */
  #choice(
    node: TypeSwitchStatementNode | SelectStatementNode,
    next: BasicBlock,
    label: string | null,
  ): BasicBlock {
    const clauses = node.namedChildren.filter(({ kind }) =>
      /^(?:type_case|communication_case|default_case)$/u.test(kind),
    );
    const ways = this.#clauses(clauses, next, label).map((body, index) => {
      const clause = clauses[index];
      return clause?.kind === "communication_case"
        ? this.#step(clause.communication, body)
        : body;
    });
    if (node.kind === "select_statement") return this.#fork(null, ways);
    if (!clauses.some(({ kind }) => kind === "default_case")) ways.push(next);
    return this.#step(node.initializer, this.#fork(node.value, ways));
  }

  #clauses(clauses: readonly GoNode[], next: BasicBlock, label: string | null): BasicBlock[] {
    this.#around.push({ label, after: next, again: null });
    let below = next;
    const bodies = clauses.toReversed().map((clause) => {
      below = this.#block(clause, fallsThrough(clause) ? below : next);
      return below;
    });
    this.#around.pop();
    return bodies.reverse();
  }

  #labeled(node: LabeledStatementNode, next: BasicBlock): BasicBlock {
    const label = node.label.text;
    const statement = node.namedChildren.find(
      (child) => child !== node.label && child.kind !== "comment",
    );
    const step = this.#label(label);
    step.successors.push({ to: statement ? this.#statement(statement, next, label) : next });
    return step;
  }

  /** Where a label stands: it may be asked for before or after it is read. */
  #label(label: string): BasicBlock {
    let step = this.#labels.get(label);
    if (!step) this.#labels.set(label, (step = makeBlock(null, null)));
    return step;
  }

  /** Where `break` or `continue` leads; nowhere if nothing around it can be left so. */
  #target(node: GoNode, lead: (around: JumpTarget) => BasicBlock | null): BasicBlock {
    const label = node.namedChildren.find(({ kind }) => kind === "label_name")?.text;
    const around = this.#around.findLast(
      (candidate) => lead(candidate) && (label === undefined || candidate.label === label),
    );
    return (around && lead(around)) ?? makeBlock(null, null);
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
