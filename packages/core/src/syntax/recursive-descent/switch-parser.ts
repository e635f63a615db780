import { FIELD, NODE } from "../grammar.generated.ts";
import { BranchParser } from "./branch-parser.ts";
import { EXPRESSION, STATEMENT, TYPE_GUARD } from "./simple-statement-parser.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { NO_HEADER, SWITCH_HEADER } from "./type-parser.ts";

/** Parses switches and selections. */
export abstract class SwitchParser extends BranchParser {
  protected abstract statementList(): void;

  protected switchStatement(first: number, start: number): void {
    this.next();
    this.context = SWITCH_HEADER;
    const outcome =
      this.token === T.LEFT_BRACE ? STATEMENT : this.header(this.begin(), this.start);
    this.context = NO_HEADER;
    this.hasTypeGuard = false;
    if (outcome === EXPRESSION) this.nodes.setField(FIELD.value);
    else if (outcome !== STATEMENT && outcome !== TYPE_GUARD) throw UNSURE;
    const isTypeSwitch = outcome === TYPE_GUARD;
    this.expect(T.LEFT_BRACE);
    while (this.token !== T.RIGHT_BRACE) {
      const [firstInCase, startOfCase] = [this.begin(), this.start];
      if (this.token === T.DEFAULT) {
        this.#caseBody(NODE.default_case, firstInCase, startOfCase);
      } else if (isTypeSwitch) {
        this.#typeCase(firstInCase, startOfCase);
      } else {
        this.expect(T.CASE);
        this.expressionList();
        this.nodes.setField(FIELD.value);
        this.#restOfCase(NODE.expression_case, firstInCase, startOfCase);
      }
    }
    this.take();
    const kind = isTypeSwitch ? NODE.type_switch_statement : NODE.expression_switch_statement;
    this.close(kind, first, start);
  }

  #caseBody(kind: number, first: number, start: number): void {
    this.take();
    this.#restOfCase(kind, first, start);
  }

  /** Parses a case from its colon on. */
  #restOfCase(kind: number, first: number, start: number): void {
    this.expect(T.COLON);
    this.statementList();
    this.close(kind, first, start);
  }

  #typeCase(first: number, start: number): void {
    this.expect(T.CASE);
    this.#typeInCase();
    while (this.token === T.COMMA) {
      this.operator(FIELD.type);
      this.#typeInCase();
    }
    this.#restOfCase(NODE.type_case, first, start);
  }

  #typeInCase(): void {
    // The grammar allows literals.
    if (this.token >= T.INT && this.token <= T.RAW_STRING) throw UNSURE;
    if (this.token === T.IDENTIFIER && this.is("nil")) this.leaf(NODE.type_identifier);
    else this.type();
    this.nodes.setField(FIELD.type);
  }

  protected selectStatement(first: number, start: number): void {
    this.next();
    this.expect(T.LEFT_BRACE);
    while (this.token !== T.RIGHT_BRACE) {
      const [firstInCase, startOfCase] = [this.begin(), this.start];
      if (this.token === T.DEFAULT) {
        this.#caseBody(NODE.default_case, firstInCase, startOfCase);
      } else {
        this.expect(T.CASE);
        this.#communication();
        this.nodes.setField(FIELD.communication);
        this.#restOfCase(NODE.communication_case, firstInCase, startOfCase);
      }
    }
    this.take();
    this.close(NODE.select_statement, first, start);
  }

  #communication(): void {
    const first = this.begin();
    const { start } = this;
    this.expression();
    if (this.token === T.ARROW) {
      this.sentValue(first, start);
      return;
    }
    if (this.token !== T.COLON) {
      this.moreExpressions(first, start);
      this.nodes.setField(FIELD.left);
      if (this.token !== T.ASSIGN && this.token !== T.DEFINE) throw UNSURE;
      this.take();
      this.expression();
    }
    this.nodes.setField(FIELD.right);
    this.close(NODE.receive_statement, first, start);
  }
}
