import { FIELD, NODE } from "../grammar.generated.ts";
import { ArgumentParser } from "./argument-parser.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { NO_HEADER } from "./type-parser.ts";

/** Parses composite and function literals. */
export abstract class LiteralParser extends ArgumentParser {
  protected abstract block(): void;

  /** Returns true if the brace at hand begins a literal after the name of a type. */
  protected mayBeginLiteral(): boolean {
    if (this.context === NO_HEADER) return true;
    // The grammar allows a literal that can be nothing else.
    this.isCertain = false;
    return false;
  }

  protected functionLiteral(first: number, start: number): void {
    this.next();
    this.signature();
    if (this.token !== T.LEFT_BRACE) throw UNSURE;
    const { context } = this;
    this.context = NO_HEADER;
    this.block();
    this.context = context;
    this.nodes.setField(FIELD.body);
    this.close(NODE.func_literal, first, start);
  }

  protected compositeLiteral(first: number, start: number): void {
    this.nodes.setField(FIELD.type);
    const { context } = this;
    this.context = NO_HEADER;
    this.#literalValue();
    this.context = context;
    this.nodes.setField(FIELD.body);
    this.close(NODE.composite_literal, first, start);
  }

  #literalValue(): void {
    this.deeper();
    const first = this.begin();
    const { start } = this;
    this.next();
    // The grammar allows a comma alone.
    if (this.token === T.COMMA) throw UNSURE;
    while (this.token !== T.RIGHT_BRACE) {
      this.#element();
      if (this.token !== T.COMMA) break;
      this.take();
    }
    this.expect(T.RIGHT_BRACE);
    this.close(NODE.literal_value, first, start);
    this.shallower();
  }

  #element(): void {
    const first = this.begin();
    const { start } = this;
    this.#literalElement();
    if (this.token !== T.COLON) return;
    this.nodes.setField(FIELD.key);
    this.take();
    this.#literalElement();
    this.nodes.setField(FIELD.value);
    this.close(NODE.keyed_element, first, start);
  }

  #literalElement(): void {
    const first = this.begin();
    const { start } = this;
    if (this.token === T.LEFT_BRACE) this.#literalValue();
    else this.expression();
    this.close(NODE.literal_element, first, start);
  }
}
