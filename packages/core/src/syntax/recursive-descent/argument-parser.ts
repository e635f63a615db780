import { FIELD, NODE } from "../grammar.generated.ts";
import { BEGINS_TYPE } from "./signature-parser.ts";
import { UNSURE, unsureIfWrong } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { TypeParser } from "./type-parser.ts";

/** Parses arguments of calls, and operands of conversions. */
export abstract class ArgumentParser extends TypeParser {
  protected argumentList(): void {
    const first = this.begin();
    const { start } = this;
    this.next();
    if (this.token !== T.RIGHT_PAREN) this.argument();
    this.moreArguments();
    this.close(NODE.argument_list, first, start);
  }

  protected argument(): void {
    const first = this.begin();
    const { start } = this;
    this.nestedExpression();
    if (this.token !== T.ELLIPSIS) return;
    this.take();
    this.close(NODE.variadic_argument, first, start);
  }

  protected moreArguments(): void {
    while (this.token === T.COMMA) {
      this.take();
      if (this.token === T.RIGHT_PAREN) break;
      this.argument();
    }
    this.expect(T.RIGHT_PAREN);
  }

  /** Parses the operands of a conversion to the type that is the last node. */
  protected conversion(first: number, start: number): void {
    this.nodes.setField(FIELD.type);
    this.take();
    if (this.token !== T.RIGHT_PAREN) {
      this.argument();
      this.nodes.setField(FIELD.operand);
    }
    this.moreArguments();
    this.close(NODE.type_conversion_expression, first, start);
  }

  /** Parses the arguments of `new` and `make`, the first of which is a type if it can be one. */
  protected specialArguments(): void {
    const first = this.begin();
    const { start } = this;
    this.next();
    if (this.token !== T.RIGHT_PAREN) this.#typeOrArgument();
    this.moreArguments();
    this.close(NODE.argument_list, first, start);
  }

  #typeOrArgument(): void {
    const first = this.begin();
    const { start } = this;
    if (this.token === T.LEFT_PAREN) throw UNSURE;
    const isName = this.token === T.IDENTIFIER;
    if (isName && this.isSpecial) throw UNSURE;
    const isLiteral = isName && this.kindOfName() !== NODE.identifier;
    if (BEGINS_TYPE[this.token] === 1 && !isLiteral) {
      this.#perhapsType();
      if (this.token === T.COMMA || this.token === T.RIGHT_PAREN) return;
      this.restart(first, start);
    }
    this.argument();
  }

  /** Parses what may be a type; where it is none, it may still be an expression. */
  #perhapsType(): void {
    try {
      this.type();
    } catch (error) {
      throw unsureIfWrong(error);
    }
  }

  /** True for the names of the functions that take types. */
  protected get isSpecial(): boolean {
    return this.is("new") || this.is("make");
  }
}
