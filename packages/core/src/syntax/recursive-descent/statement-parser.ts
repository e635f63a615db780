import { FIELD, NODE } from "../grammar.generated.ts";
import { EXPRESSION, LABEL } from "./simple-statement-parser.ts";
import { SwitchParser } from "./switch-parser.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";

/** Parses statements. */
export abstract class StatementParser extends SwitchParser {
  protected abstract declaration(): void;

  protected override block(): void {
    const first = this.begin();
    const { start } = this;
    this.expect(T.LEFT_BRACE);
    this.statementList();
    this.expect(T.RIGHT_BRACE);
    this.close(NODE.block, first, start);
  }

  protected override statementList(): void {
    if (this.#endsList) return;
    const first = this.begin();
    const { start } = this;
    while (!this.#endsList) {
      this.statement();
      if (!this.isTerminator) break;
      this.terminator();
    }
    this.close(NODE.statement_list, first, start);
  }

  get #endsList(): boolean {
    const { token } = this;
    return token === T.RIGHT_BRACE || token === T.CASE || token === T.DEFAULT;
  }

  protected statement(): void {
    this.deeper();
    this.#shallowStatement();
    this.shallower();
  }

  #shallowStatement(): void {
    const first = this.begin();
    const { start } = this;
    switch (this.token) {
      case T.VAR:
      case T.CONST:
      case T.TYPE:
        this.declaration();
        return;
      case T.RETURN:
        this.next();
        if (!this.isTerminator && !this.#endsList) this.expressionList();
        this.close(NODE.return_statement, first, start);
        return;
      case T.IF:
        this.ifStatement();
        return;
      case T.FOR:
        this.forStatement(first, start);
        return;
      case T.SWITCH:
        this.switchStatement(first, start);
        return;
      case T.SELECT:
        this.selectStatement(first, start);
        return;
      case T.GO:
        this.next();
        this.expression();
        this.close(NODE.go_statement, first, start);
        return;
      case T.DEFER:
        this.next();
        this.expression();
        this.close(NODE.defer_statement, first, start);
        return;
      case T.BREAK:
        this.#jump(NODE.break_statement, first, start);
        return;
      case T.CONTINUE:
        this.#jump(NODE.continue_statement, first, start);
        return;
      case T.GOTO:
        this.#jump(NODE.goto_statement, first, start);
        return;
      case T.FALLTHROUGH:
        this.next();
        this.close(NODE.fallthrough_statement, first, start);
        return;
      case T.LEFT_BRACE:
        this.block();
        return;
      default:
        this.#simpleOrLabeled(first, start);
    }
  }

  #jump(kind: number, first: number, start: number): void {
    this.next();
    if (this.token === T.IDENTIFIER) this.leaf(NODE.label_name);
    else if (kind === NODE.goto_statement) throw this.unexpected;
    this.close(kind, first, start);
  }

  #simpleOrLabeled(first: number, start: number): void {
    const isSpecial = this.token === T.IDENTIFIER && this.isSpecial;
    const outcome = this.simpleStatement();
    if (outcome === EXPRESSION) {
      this.close(NODE.expression_statement, first, start);
    } else if (outcome === LABEL) {
      if (isSpecial) throw UNSURE;
      this.nodes.setKind(this.nodes.count - 1, NODE.label_name);
      this.nodes.setField(FIELD.label);
      this.take();
      if (this.token === T.SEMICOLON) throw UNSURE;
      if (!this.#endsList) this.statement();
      this.close(NODE.labeled_statement, first, start);
    }
  }
}
