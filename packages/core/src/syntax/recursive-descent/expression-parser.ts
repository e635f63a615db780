import { FIELD, NODE } from "../grammar.generated.ts";
import { IndexParser } from "./index-parser.ts";
import { GENERIC, NAME, NO_TYPE, QUALIFIED_NAME } from "./possible-type.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { BEGINS_ONLY_TYPE, SWITCH_HEADER } from "./type-parser.ts";

/** Parses expressions. */
export abstract class ExpressionParser extends IndexParser {
  /** True after the expression in `x.(type)`. */
  protected hasTypeGuard = false;
  /** The number of nodes after that expression. */
  #endOfTypeGuard = 0;

  protected expression(): void {
    this.deeper();
    this.#binary(1);
    this.shallower();
    if (this.hasTypeGuard && this.nodes.count !== this.#endOfTypeGuard) throw UNSURE;
  }

  #binary(least: number): void {
    const first = this.begin();
    const { start } = this;
    this.#unary();
    for (;;) {
      const precedence = T.PRECEDENCE[this.token] ?? 0;
      if (precedence < least) return;
      this.nodes.setField(FIELD.left);
      this.operator(FIELD.operator);
      this.#binary(precedence + 1);
      this.nodes.setField(FIELD.right);
      this.close(NODE.binary_expression, first, start);
    }
  }

  #unary(): void {
    switch (this.token) {
      case T.ADD:
      case T.SUBTRACT:
      case T.NOT:
      case T.XOR:
      case T.MULTIPLY:
      case T.AND:
      case T.ARROW:
        break;
      default:
        this.#primary();
        return;
    }
    const first = this.begin();
    const { start, token } = this;
    this.operator(FIELD.operator);
    if (token === T.ARROW && this.token === T.CHAN) throw UNSURE;
    if (token === T.MULTIPLY && BEGINS_ONLY_TYPE[this.token] === 1) throw UNSURE;
    this.deeper();
    this.#unary();
    this.shallower();
    this.nodes.setField(FIELD.operand);
    this.close(NODE.unary_expression, first, start);
  }

  #primary(): void {
    const first = this.begin();
    const { start } = this;
    let typeName = this.#operand(first, start);
    for (;;) {
      switch (this.token) {
        case T.DOT: {
          const operand = this.nodes.count - 1;
          this.nodes.setField(FIELD.operand);
          this.take();
          if (this.token === T.IDENTIFIER) {
            this.name(NODE.field_identifier, FIELD.field);
            this.close(NODE.selector_expression, first, start);
            typeName = typeName === NAME ? QUALIFIED_NAME : NO_TYPE;
            // `#makeType` expects no comment among the names.
            if (typeName !== NO_TYPE && this.nodes.count !== first + 3) throw UNSURE;
            break;
          }
          this.expect(T.LEFT_PAREN);
          if (this.token === T.TYPE) {
            this.#typeGuard(operand);
            return;
          }
          this.type();
          this.nodes.setField(FIELD.type);
          this.expect(T.RIGHT_PAREN);
          this.close(NODE.type_assertion_expression, first, start);
          typeName = NO_TYPE;
          break;
        }
        case T.LEFT_PAREN:
          this.#call(first, start);
          typeName = NO_TYPE;
          break;
        case T.LEFT_BRACKET:
          this.bracket(first, start, typeName !== NO_TYPE);
          typeName = NO_TYPE;
          break;
        case T.LEFT_BRACE:
          if (typeName === NO_TYPE) return;
          if (!this.mayBeginLiteral()) return;
          this.#makeType(typeName);
          this.compositeLiteral(first, start);
          typeName = NO_TYPE;
          break;
        default:
          return;
      }
    }
  }

  #typeGuard(operand: number): void {
    if (this.context !== SWITCH_HEADER) throw UNSURE;
    this.nodes.setFieldOf(operand, FIELD.value);
    this.next();
    this.expect(T.RIGHT_PAREN);
    this.hasTypeGuard = true;
    this.#endOfTypeGuard = this.nodes.count;
    if (this.token !== T.LEFT_BRACE) throw UNSURE;
  }

  /** Makes the last node, a name, a type. */
  #makeType(typeName: number): void {
    const { nodes } = this;
    const last = nodes.count - 1;
    if (typeName === NAME) {
      nodes.setKind(last, NODE.type_identifier);
      return;
    }
    nodes.setKind(last, NODE.qualified_type);
    nodes.setKind(last - 1, NODE.type_identifier);
    nodes.setFieldOf(last - 1, FIELD.name);
    nodes.setKind(last - 2, NODE.package_identifier);
    nodes.setFieldOf(last - 2, FIELD.package);
  }

  /** Returns what name of a type the operand can be. */
  #operand(first: number, start: number): number {
    switch (this.token) {
      case T.IDENTIFIER:
        return this.#name(first, start);
      case T.STRING:
      case T.RAW_STRING:
        this.string();
        return NO_TYPE;
      case T.INT:
        this.leaf(NODE.int_literal);
        return NO_TYPE;
      case T.FLOAT:
        this.leaf(NODE.float_literal);
        return NO_TYPE;
      case T.IMAGINARY:
        this.leaf(NODE.imaginary_literal);
        return NO_TYPE;
      case T.RUNE:
        this.leaf(NODE.rune_literal);
        return NO_TYPE;
      case T.LEFT_PAREN:
        this.#parenthesized(first, start);
        return NO_TYPE;
      case T.FUNC:
        this.functionLiteral(first, start);
        return NO_TYPE;
      case T.LEFT_BRACKET:
      case T.MAP:
      case T.STRUCT:
      case T.INTERFACE:
        this.type();
        if (this.#beginsLiteral) this.compositeLiteral(first, start);
        else if (this.token === T.LEFT_PAREN) this.conversion(first, start);
        else throw UNSURE;
        return NO_TYPE;
      case T.CHAN:
      case T.TILDE:
      case T.SEMICOLON:
        throw UNSURE;
      default:
        throw this.unexpected;
    }
  }

  /** True if what is at hand is the value of a literal, whose type is the last node. */
  get #beginsLiteral(): boolean {
    return this.token === T.LEFT_BRACE && this.nodes.lastKind !== NODE.interface_type;
  }

  #name(first: number, start: number): number {
    const kind = this.kindOfName();
    if (kind !== NODE.identifier) {
      this.leaf(kind);
      return NO_TYPE;
    }
    const isSpecial = this.isSpecial;
    this.leaf(kind);
    if (!isSpecial) return NAME;
    if (this.token !== T.LEFT_PAREN) return NO_TYPE;
    this.nodes.setField(FIELD.function);
    this.specialArguments();
    this.nodes.setField(FIELD.arguments);
    this.close(NODE.call_expression, first, start);
    return NO_TYPE;
  }

  #call(first: number, start: number): void {
    this.nodes.setField(FIELD.function);
    this.argumentList();
    this.nodes.setField(FIELD.arguments);
    this.close(NODE.call_expression, first, start);
  }

  #parenthesized(first: number, start: number): void {
    this.next();
    if (this.#typeIsNext()) {
      const [inner, startOfInner] = [this.begin(), this.start];
      this.type();
      if (this.token === T.RIGHT_PAREN) {
        this.take();
        this.close(NODE.parenthesized_type, first, start);
        if (this.token !== T.LEFT_PAREN) throw UNSURE;
        this.conversion(first, start);
        return;
      }
      this.restart(inner, startOfInner);
    }
    const inner = this.nodes.count;
    this.nestedExpression();
    this.expect(T.RIGHT_PAREN);
    if (this.token === T.LEFT_PAREN && this.typeOf(inner) >= GENERIC) {
      this.restart(first, start);
      this.type();
      this.conversion(first, start);
      return;
    }
    this.close(NODE.parenthesized_expression, first, start);
  }

  /** Returns true if what is in the parentheses may be a type, and no name of one. */
  #typeIsNext(): boolean {
    if (BEGINS_ONLY_TYPE[this.token] === 1) return true;
    if (this.token !== T.MULTIPLY && this.token !== T.ARROW) return false;
    const place = this.place();
    const isArrow = this.token === T.ARROW;
    do this.next();
    while (this.token === T.MULTIPLY);
    const { token } = this;
    this.goBack(place);
    return isArrow ? token === T.CHAN : BEGINS_ONLY_TYPE[token] === 1;
  }
}
