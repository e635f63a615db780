import { FIELD, NODE } from "../grammar.generated.ts";
import {
  EXPRESSION,
  RANGE_CLAUSE,
  SimpleStatementParser,
  STATEMENT,
} from "./simple-statement-parser.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { HEADER, NO_HEADER } from "./type-parser.ts";

/** Parses conditions and loops. */
export abstract class BranchParser extends SimpleStatementParser {
  protected ifStatement(): void {
    const first = this.begin();
    const { start } = this;
    this.next();
    this.context = HEADER;
    const outcome = this.header(this.begin(), this.start);
    if (outcome !== EXPRESSION) throw UNSURE;
    this.nodes.setField(FIELD.condition);
    this.context = NO_HEADER;
    this.block();
    this.nodes.setField(FIELD.consequence);
    if (this.token === T.ELSE) {
      this.take();
      if (this.token === T.IF) this.#elseIf();
      else this.block();
      this.nodes.setField(FIELD.alternative);
    }
    this.close(NODE.if_statement, first, start);
  }

  #elseIf(): void {
    this.deeper();
    this.ifStatement();
    this.shallower();
  }

  /**
   * Parses the header of an `if` or `switch` but for its initial keyword, and returns what its last
   * part is: `STATEMENT` if there is none after the semicolon.
   */
  protected header(first: number, start: number): number {
    if (this.token !== T.SEMICOLON) {
      const outcome = this.simpleStatement();
      if (this.token !== T.SEMICOLON) return notStatement(outcome);
      if (outcome === EXPRESSION) this.close(NODE.expression_statement, first, start);
      else if (outcome !== STATEMENT) throw UNSURE;
      this.nodes.setField(FIELD.initializer);
    }
    this.take();
    if (this.token === T.LEFT_BRACE) return STATEMENT;
    return notStatement(this.simpleStatement());
  }

  protected forStatement(first: number, start: number): void {
    this.next();
    this.context = HEADER;
    if (this.token !== T.LEFT_BRACE) this.#loopHeader(this.begin(), this.start);
    this.context = NO_HEADER;
    this.block();
    this.nodes.setField(FIELD.body);
    this.close(NODE.for_statement, first, start);
  }

  #loopHeader(first: number, start: number): void {
    if (this.token === T.RANGE) {
      this.next();
      this.expression();
      this.nodes.setField(FIELD.right);
      this.close(NODE.range_clause, first, start);
      return;
    }
    if (this.token !== T.SEMICOLON) {
      const outcome = this.simpleStatement();
      if (outcome === RANGE_CLAUSE) return;
      if (outcome === EXPRESSION && this.token === T.LEFT_BRACE) return;
      if (outcome === EXPRESSION) this.close(NODE.expression_statement, first, start);
      else if (outcome !== STATEMENT) throw UNSURE;
      this.nodes.setField(FIELD.initializer);
    }
    this.expect(T.SEMICOLON);
    if (this.token !== T.SEMICOLON) {
      this.expression();
      this.nodes.setField(FIELD.condition);
    }
    this.expect(T.SEMICOLON);
    if (this.token !== T.LEFT_BRACE) this.#update();
    this.close(NODE.for_clause, first, start);
  }

  #update(): void {
    const first = this.begin();
    const { start } = this;
    const outcome = this.simpleStatement();
    if (outcome === EXPRESSION) this.close(NODE.expression_statement, first, start);
    else if (outcome !== STATEMENT) throw UNSURE;
    this.nodes.setField(FIELD.update);
  }
}

/** Returns what a simple statement turned out to be, if it can stand before a brace. */
function notStatement(outcome: number): number {
  if (outcome === STATEMENT) throw UNSURE;
  return outcome;
}
