import { FIELD, NODE } from "../grammar.generated.ts";
import { numberOfToken } from "../kinds.ts";
import { LiteralParser } from "./literal-parser.ts";
import { GENERIC, NAME, NO_TYPE, QUALIFIED_NAME } from "./possible-type.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { BEGINS_ONLY_TYPE, NO_HEADER } from "./type-parser.ts";

/** The length of text that is read ahead, lest deep nesting takes quadratic time. */
const FARTHEST_LOOK = 50_000;

/** Parses indices, slices and type arguments, which look alike. */
export abstract class IndexParser extends LiteralParser {
  /** Parses an index, a slice or type arguments after an operand. */
  protected bracket(first: number, start: number, isTypeName: boolean): void {
    if (this.#areTypeArguments()) {
      this.#generic(first, start, isTypeName);
      return;
    }
    const bracket = this.start;
    this.nodes.setField(FIELD.operand);
    this.take();
    const firstInIndex = this.nodes.count;
    let field: number = FIELD.start;
    let kind: number = NODE.index_expression;
    if (this.token !== T.COLON) {
      this.nestedExpression();
      if (this.token !== T.COLON) field = FIELD.index;
      this.nodes.setField(field);
    }
    if (this.token === T.COLON) {
      kind = NODE.slice_expression;
      this.#restOfSlice();
    }
    this.expect(T.RIGHT_BRACKET);
    const isIndex = kind === NODE.index_expression;
    if (isIndex && this.#isType(firstInIndex, isTypeName)) {
      this.restart(firstInIndex, bracket);
      this.#generic(first, start, isTypeName);
      return;
    }
    this.close(kind, first, start);
  }

  #restOfSlice(): void {
    this.take();
    if (this.token === T.RIGHT_BRACKET) return;
    this.nestedExpression();
    this.nodes.setField(FIELD.end);
    if (this.token !== T.COLON) return;
    this.take();
    this.nestedExpression();
    this.nodes.setField(FIELD.capacity);
  }

  /** Returns true if the nodes of an index are read as a type before the token at hand. */
  #isType(firstInIndex: number, isTypeName: boolean): boolean {
    if (this.token === T.LEFT_BRACE) return this.mayBeginLiteral();
    if (this.token !== T.LEFT_PAREN) return false;
    const index = this.typeOf(firstInIndex);
    if (index === NO_TYPE) return false;
    // A name, or a pointer to one, is a type in a conversion alone.
    return index !== NAME || (isTypeName && this.#hasOneArgument());
  }

  /** Returns what type the nodes from one on can be. */
  protected typeOf(first: number): number {
    const { nodes } = this;
    let type = NAME;
    for (let node = first; node < nodes.count; node += 1) {
      const kind = nodes.kindOf(node);
      if (kind === NODE.comment) throw UNSURE;
      if (!POSSIBLE_TYPES.has(kind)) return NO_TYPE;
      if (kind === NODE.selector_expression) {
        if (nodes.sizeOf(node) !== 3) return NO_TYPE;
        type = Math.max(type, QUALIFIED_NAME);
      } else if (kind === NODE.index_expression) type = GENERIC;
    }
    return type;
  }

  /** Returns true if there is one argument, no `...` after it, in the parentheses at hand. */
  #hasOneArgument(): boolean {
    const place = this.place();
    this.next();
    let depth = 1;
    let isOne = this.token !== T.RIGHT_PAREN;
    while (depth > 0 && isOne) {
      const { token } = this;
      if (token === T.EOF || this.end - place.end > FARTHEST_LOOK) throw UNSURE;
      depth += (OPENS[token] ?? 0) - (CLOSES[token] ?? 0);
      if (depth === 0) break;
      if (depth === 1 && token === T.ELLIPSIS) isOne = false;
      this.next();
      // A comma after the only argument is none.
      if (depth === 1 && token === T.COMMA) isOne = this.token === T.RIGHT_PAREN;
    }
    this.goBack(place);
    return isOne;
  }

  /** Returns true if there is a list in the brackets at hand, or what can only be a type. */
  #areTypeArguments(): boolean {
    const place = this.place();
    this.next();
    let areTypes = BEGINS_ONLY_TYPE[this.token] === 1;
    let depth = 1;
    while (!areTypes) {
      const { token } = this;
      if (token === T.EOF || this.end - place.end > FARTHEST_LOOK) throw UNSURE;
      depth += (OPENS[token] ?? 0) - (CLOSES[token] ?? 0);
      if (depth === 0) break;
      if (depth === 1 && token === T.COMMA) areTypes = true;
      this.next();
    }
    this.goBack(place);
    return areTypes;
  }

  /** Parses a literal, conversion or call of what has type arguments. */
  #generic(first: number, start: number, isTypeName: boolean): void {
    const place = this.place();
    this.next();
    this.skipToBracket();
    this.next();
    const isLiteral = this.token === T.LEFT_BRACE && this.context === NO_HEADER;
    if (!isLiteral && this.token !== T.LEFT_PAREN) throw UNSURE;
    const isConversion = isTypeName && !isLiteral && this.#hasOneArgument();
    this.goBack(place);
    if (isLiteral || isConversion) {
      if (!isTypeName) throw UNSURE;
      this.restart(first, start);
      this.type();
      if (isLiteral) this.compositeLiteral(first, start);
      else this.conversion(first, start);
      return;
    }
    // It was taken for the operand of an index before.
    this.nodes.setField(FIELD.function);
    this.typeArguments();
    this.nodes.setField(FIELD.type_arguments);
    this.argumentList();
    this.nodes.setField(FIELD.arguments);
    this.close(NODE.call_expression, first, start);
  }
}

const OPENS = new Uint8Array(128);
for (const token of [T.LEFT_PAREN, T.LEFT_BRACKET, T.LEFT_BRACE]) OPENS[token] = 1;

const CLOSES = new Uint8Array(128);
for (const token of [T.RIGHT_PAREN, T.RIGHT_BRACKET, T.RIGHT_BRACE]) CLOSES[token] = 1;

/** The kind of the anonymous node `*`. */
const POINTER = numberOfToken("*") ?? 0;

/** The nodes of an expression that can be a type as well. */
const POSSIBLE_TYPES: ReadonlySet<number> = new Set([
  NODE.identifier,
  NODE.selector_expression,
  NODE.field_identifier,
  NODE.index_expression,
  NODE.parenthesized_expression,
  NODE.unary_expression,
  POINTER,
  NODE.nil,
  NODE.true,
  NODE.false,
  NODE.iota,
]);
