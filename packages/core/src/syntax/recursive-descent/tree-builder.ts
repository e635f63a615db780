import { FIELD_SHIFT, NAMED } from "../node-table.ts";
import { NODE } from "../grammar.generated.ts";
import { numberOfToken } from "../kinds.ts";
import { NodeList } from "./node-list.ts";
import { Tokenizer, UNSURE, WRONG } from "./tokenizer.ts";
import * as T from "./tokens.ts";

/** The nodes of the file that is parsed. */
export const nodes = new NodeList();

/** Makes nodes of tokens. A comment becomes a node of what is around it. */
export class TreeBuilder extends Tokenizer {
  protected readonly nodes = nodes;
  /** False after what the grammar reads in another way if nothing else makes sense to it. */
  protected isCertain = true;

  constructor(text: string) {
    super(text);
    nodes.count = 0;
  }

  /**
   * Returns the number of nodes before one that begins with the token at hand. What ends before
   * that token has to be closed.
   */
  protected begin(): number {
    if (this.comments.length > 0) this.#addComments();
    return nodes.count;
  }

  /** Adds a node that began at an offset, when there were some nodes, and ends here. */
  protected close(kind: number, first: number, start: number): void {
    nodes.add(kind | NAMED, first, start, this.lastEnd);
  }

  /** Goes on to the next token: this one is no node. */
  protected take(): void {
    if (this.comments.length > 0) this.#addComments();
    this.next();
  }

  /** @throws If the token at hand is another one. */
  protected expect(token: number): void {
    if (this.token !== token) throw this.unexpected;
    this.take();
  }

  /** The error to throw for a token that cannot stand in its place. */
  protected get unexpected(): Error {
    const { token } = this;
    if (!this.isCertain) return UNSURE;
    // The grammar allows line ends that Go does not, and comments in place of them.
    if (token === T.LINE_END || token === T.COMMENT_LINE_END) return UNSURE;
    // It takes `++` for two operators where a statement cannot end.
    return token > T.LAST_KEYWORD && this.end - this.start > 1 ? UNSURE : WRONG;
  }

  /** Makes a node of the token at hand. */
  protected leaf(kind: number): void {
    if (this.comments.length > 0) this.#addComments();
    nodes.add(kind | NAMED, nodes.count, this.start, this.end);
    this.next();
  }

  /** Makes a node of a name. */
  protected name(kind: number, field: number): void {
    if (this.token !== T.IDENTIFIER) {
      // The grammar allows keywords where there can be nothing but a name.
      throw this.token >= T.BREAK && this.token <= T.LAST_KEYWORD ? UNSURE : this.unexpected;
    }
    this.leaf(kind);
    nodes.setField(field);
  }

  /** Makes nodes of the names after the first one of a list. */
  protected moreNames(kind: number, field: number): void {
    while (this.token === T.COMMA) {
      this.take();
      this.name(kind, field);
    }
  }

  /** Returns the kind of an expression that is the name at hand. */
  protected kindOfName(): number {
    switch (this.text.charCodeAt(this.start)) {
      case 110: // n
        return this.is("nil") ? NODE.nil : NODE.identifier;
      case 116: // t
        return this.is("true") ? NODE.true : NODE.identifier;
      case 102: // f
        return this.is("false") ? NODE.false : NODE.identifier;
      case 105: // i
        return this.is("iota") ? NODE.iota : NODE.identifier;
      default:
        return NODE.identifier;
    }
  }

  /** Returns true for a name at hand. */
  protected is(name: string): boolean {
    return this.end - this.start === name.length && this.text.startsWith(name, this.start);
  }

  /** Makes an anonymous node of the operator at hand. */
  protected operator(field: number): void {
    if (this.comments.length > 0) this.#addComments();
    const word = (OPERATOR_OF[this.token] ?? 0) | (field << FIELD_SHIFT);
    nodes.add(word, nodes.count, this.start, this.end);
    this.next();
  }

  protected get isTerminator(): boolean {
    const { token } = this;
    return token === T.LINE_END || token === T.SEMICOLON || token === T.COMMENT_LINE_END;
  }

  /** Takes the end of a statement or declaration. */
  protected terminator(): void {
    const isLineEnd = this.token !== T.SEMICOLON;
    if (this.token === T.COMMENT_LINE_END) this.leaf(NODE.comment);
    else this.take();
    if (isLineEnd && MAY_CONTINUE[this.token] === 1) this.isCertain = false;
  }

  /** Forgets what was read since an offset, to read it again in another way. */
  protected restart(first: number, start: number): void {
    nodes.count = first;
    this.goTo(start);
  }

  #addComments(): void {
    const { comments } = this;
    for (let index = 0; index < comments.length; index += 2) {
      const [start = 0, end = 0] = [comments[index], comments[index + 1]];
      this.#add(NODE.comment, start, end);
    }
    comments.length = 0;
  }

  protected string(): void {
    const isRaw = this.token === T.RAW_STRING;
    if (!isRaw && this.token !== T.STRING) throw this.unexpected;
    const first = this.begin();
    const { start, end } = this;
    if (isRaw) this.#add(NODE.raw_string_literal_content, start + 1, end - 1);
    else this.#pieces(start + 1, end - 1);
    this.next();
    this.close(isRaw ? NODE.raw_string_literal : NODE.interpreted_string_literal, first, start);
  }

  #pieces(start: number, end: number): void {
    const { text } = this;
    let from = start;
    let at = text.indexOf("\\", start);
    while (at !== -1 && at < end) {
      this.#piece(NODE.interpreted_string_literal_content, from, at);
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text) || ESCAPE.lastIndex > end) throw UNSURE;
      from = ESCAPE.lastIndex;
      this.#piece(NODE.escape_sequence, at, from);
      at = text.indexOf("\\", from);
    }
    this.#piece(NODE.interpreted_string_literal_content, from, end);
  }

  #piece(kind: number, start: number, end: number): void {
    if (start < end) this.#add(kind, start, end);
  }

  #add(kind: number, start: number, end: number): void {
    nodes.add(kind | NAMED, nodes.count, start, end);
  }
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\d{2,3}|[^xuU])/uy;

/** 1 for the tokens that a statement may go on with on the next line. */
export const MAY_CONTINUE = new Uint8Array(128);
for (const token of [T.LEFT_PAREN, T.LEFT_BRACKET, T.LEFT_BRACE]) MAY_CONTINUE[token] = 1;

/** The kind of the anonymous node of each operator, by token. */
const OPERATOR_OF = new Uint8Array(128);
for (const { text, token } of T.OPERATORS) OPERATOR_OF[token] = numberOfToken(text) ?? 0;
