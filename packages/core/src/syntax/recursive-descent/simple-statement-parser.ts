import { FIELD, NODE } from "../grammar.generated.ts";
import { ExpressionParser } from "./expression-parser.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { NO_HEADER } from "./type-parser.ts";

/** The kinds of simple statements: it is complete. */
export const STATEMENT = 0;
/** An expression, which is no statement yet. */
export const EXPRESSION = 1;
/** A name before a colon. */
export const LABEL = 2;
/** The header of a type switch, of which the switch is made. */
export const TYPE_GUARD = 3;
/** The clause of a loop over a range. */
export const RANGE_CLAUSE = 4;

/** Parses simple statements. */
export abstract class SimpleStatementParser extends ExpressionParser {
  protected expressionList(): void {
    const first = this.begin();
    const { start } = this;
    this.expression();
    this.moreExpressions(first, start);
  }

  /** Parses on after the first expression of a list. */
  protected moreExpressions(first: number, start: number): void {
    while (this.token === T.COMMA) {
      this.take();
      this.expression();
    }
    this.close(NODE.expression_list, first, start);
  }

  /** Parses a simple statement; returns what it is. */
  protected simpleStatement(): number {
    const first = this.begin();
    const { start } = this;
    this.expression();
    if (this.hasTypeGuard) return TYPE_GUARD;
    const { token } = this;
    switch (token) {
      case T.ARROW:
        this.sentValue(first, start);
        return STATEMENT;
      case T.INCREMENT:
        this.take();
        this.close(NODE.inc_statement, first, start);
        return STATEMENT;
      case T.DECREMENT:
        this.take();
        this.close(NODE.dec_statement, first, start);
        return STATEMENT;
      case T.COLON:
        return this.nodes.count === first + 1 && this.nodes.lastKind === NODE.identifier
          ? LABEL
          : EXPRESSION;
      case T.COMMA:
      case T.DEFINE:
        return this.#assignment(first, start);
      default:
        return token >= T.ASSIGN && token <= T.LAST_ASSIGNMENT
          ? this.#assignment(first, start)
          : EXPRESSION;
    }
  }

  /** Parses on after the channel that something is sent to. */
  protected sentValue(first: number, start: number): void {
    this.nodes.setField(FIELD.channel);
    this.take();
    this.expression();
    this.nodes.setField(FIELD.value);
    this.close(NODE.send_statement, first, start);
  }

  /** Parses on after the first expression on the left. */
  #assignment(first: number, start: number): number {
    this.moreExpressions(first, start);
    this.nodes.setField(FIELD.left);
    const left = this.nodes.count - 1;
    const { token } = this;
    if (this.#rangeFollows()) {
      this.take();
      this.take();
      this.expression();
      this.nodes.setField(FIELD.right);
      this.close(NODE.range_clause, first, start);
      return RANGE_CLAUSE;
    }
    if (token === T.DEFINE) this.take();
    else if (token >= T.ASSIGN && token <= T.LAST_ASSIGNMENT) this.operator(FIELD.operator);
    else throw this.unexpected;
    const [firstRight, startOfRight] = [this.begin(), this.start];
    this.expression();
    if (this.hasTypeGuard) {
      if (token !== T.DEFINE) throw UNSURE;
      this.nodes.setFieldOf(left, FIELD.alias);
      return TYPE_GUARD;
    }
    this.moreExpressions(firstRight, startOfRight);
    this.nodes.setField(FIELD.right);
    const isDefinition = token === T.DEFINE;
    const kind = isDefinition ? NODE.short_var_declaration : NODE.assignment_statement;
    this.close(kind, first, start);
    return STATEMENT;
  }

  /** Returns true if the assignment at hand is that of a loop over a range. */
  #rangeFollows(): boolean {
    if (this.context === NO_HEADER || (this.token !== T.DEFINE && this.token !== T.ASSIGN))
      return false;
    const place = this.place();
    this.next();
    const { token } = this;
    this.goBack(place);
    return token === T.RANGE;
  }
}
