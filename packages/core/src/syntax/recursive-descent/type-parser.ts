import { FIELD, NODE } from "../grammar.generated.ts";
import { BEGINS_TYPE, SignatureParser } from "./signature-parser.ts";
import { UNSURE, unsureIfWrong } from "./tokenizer.ts";
import * as T from "./tokens.ts";

/** The deepest nesting of expressions, types and statements that is parsed here. */
const MAX_DEPTH = 400;

export const NO_HEADER: number = 0;
/** The header of a statement, where a brace begins the body. */
export const HEADER: number = 1;
/** That of a switch, where `.(type)` may stand. */
export const SWITCH_HEADER: number = 2;

/** Parses types. */
export abstract class TypeParser extends SignatureParser {
  /** The header around what is parsed: `NO_HEADER` and so on. */
  protected context = NO_HEADER;
  #depth = 0;

  protected abstract expression(): void;

  /** Parses an expression in brackets, where no brace begins a body. */
  protected nestedExpression(): void {
    const { context } = this;
    this.context = NO_HEADER;
    this.expression();
    this.context = context;
  }

  /** Enters a level of what can be nested without end. */
  protected deeper(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw UNSURE;
  }

  protected shallower(): void {
    this.#depth -= 1;
  }

  protected type(): void {
    this.deeper();
    this.#type();
    this.shallower();
  }

  #type(): void {
    const first = this.begin();
    const { start } = this;
    switch (this.token) {
      case T.IDENTIFIER:
        // To the grammar these may be values, where both may stand.
        if (this.kindOfName() !== NODE.identifier) throw UNSURE;
        this.leaf(NODE.type_identifier);
        this.typeAfterName(first, start);
        return;
      case T.MULTIPLY:
        this.next();
        this.type();
        this.close(NODE.pointer_type, first, start);
        return;
      case T.LEFT_BRACKET:
        this.#arrayType(first, start);
        return;
      case T.MAP:
        this.next();
        this.expect(T.LEFT_BRACKET);
        this.type();
        this.nodes.setField(FIELD.key);
        this.expect(T.RIGHT_BRACKET);
        this.type();
        this.nodes.setField(FIELD.value);
        this.close(NODE.map_type, first, start);
        return;
      case T.FUNC:
        this.next();
        this.signature();
        this.close(NODE.function_type, first, start);
        return;
      case T.INTERFACE:
        this.#interfaceType(first, start);
        return;
      case T.STRUCT:
        this.next();
        this.#fieldDeclarationList();
        this.close(NODE.struct_type, first, start);
        return;
      case T.CHAN:
        this.next();
        if (this.token === T.ARROW) {
          this.take();
          if (this.token === T.CHAN) throw UNSURE;
        }
        this.type();
        this.nodes.setField(FIELD.value);
        this.close(NODE.channel_type, first, start);
        return;
      case T.ARROW:
        this.next();
        this.expect(T.CHAN);
        this.type();
        this.nodes.setField(FIELD.value);
        this.close(NODE.channel_type, first, start);
        return;
      case T.LEFT_PAREN:
        this.next();
        this.type();
        this.expect(T.RIGHT_PAREN);
        this.close(NODE.parenthesized_type, first, start);
        return;
      case T.TILDE:
        this.next();
        this.type();
        this.close(NODE.negated_type, first, start);
        return;
      default:
        throw this.unexpected;
    }
  }

  /** Parses on after the first name of a type, which is the last node. */
  protected typeAfterName(first: number, start: number): void {
    this.nodes.setKind(this.nodes.count - 1, NODE.type_identifier);
    if (this.token === T.DOT) {
      this.nodes.setKind(this.nodes.count - 1, NODE.package_identifier);
      this.nodes.setField(FIELD.package);
      this.take();
      this.name(NODE.type_identifier, FIELD.name);
      this.close(NODE.qualified_type, first, start);
    }
    if (this.token !== T.LEFT_BRACKET) return;
    this.nodes.setField(FIELD.type);
    this.typeArguments();
    this.nodes.setField(FIELD.type_arguments);
    this.close(NODE.generic_type, first, start);
  }

  protected typeArguments(): void {
    const first = this.begin();
    const { start } = this;
    this.next();
    for (;;) {
      this.typeElement(NODE.type_elem);
      if (this.token !== T.COMMA) break;
      this.take();
      if (this.token === T.RIGHT_BRACKET) break;
    }
    this.expect(T.RIGHT_BRACKET);
    this.close(NODE.type_arguments, first, start);
  }

  protected typeElement(kind: number): void {
    const first = this.begin();
    const { start } = this;
    this.type();
    this.#moreTypes(kind, first, start);
  }

  #moreTypes(kind: number, first: number, start: number): void {
    while (this.token === T.OR) {
      this.take();
      this.type();
    }
    this.close(kind, first, start);
  }

  #arrayType(first: number, start: number): void {
    this.next();
    let kind: number = NODE.array_type;
    if (this.token === T.RIGHT_BRACKET) {
      kind = NODE.slice_type;
    } else if (this.token === T.ELLIPSIS) {
      this.take();
      kind = NODE.implicit_length_array_type;
    } else {
      this.nestedExpression();
      this.nodes.setField(FIELD.length);
    }
    this.expect(T.RIGHT_BRACKET);
    this.type();
    this.nodes.setField(FIELD.element);
    this.close(kind, first, start);
  }

  #fieldDeclarationList(): void {
    const first = this.begin();
    const { start } = this;
    this.expect(T.LEFT_BRACE);
    while (this.token !== T.RIGHT_BRACE) {
      this.#fieldDeclaration();
      if (!this.isTerminator) break;
      this.terminator();
    }
    this.expect(T.RIGHT_BRACE);
    this.close(NODE.field_declaration_list, first, start);
  }

  #fieldDeclaration(): void {
    const first = this.begin();
    const { start } = this;
    if (this.token === T.MULTIPLY) {
      this.next();
      if (this.token !== T.IDENTIFIER) throw this.unexpected;
      this.type();
    } else {
      // The grammar allows `~T[X]`.
      if (this.token === T.TILDE) throw UNSURE;
      this.name(NODE.field_identifier, FIELD.name);
      if (this.#isEmbedded()) {
        this.#embeddedType(first, start);
      } else {
        this.moreNames(NODE.field_identifier, FIELD.name);
        this.type();
      }
    }
    this.nodes.setField(FIELD.type);
    if (this.token === T.STRING || this.token === T.RAW_STRING) {
      this.string();
      this.nodes.setField(FIELD.tag);
    }
    this.close(NODE.field_declaration, first, start);
  }

  #embeddedType(first: number, start: number): void {
    try {
      this.typeAfterName(first, start);
    } catch (error) {
      // To the grammar `a [2]` may go on with a type on the next line.
      throw unsureIfWrong(error);
    }
  }

  /** Returns true if the name before is the type of a field, or begins it. */
  #isEmbedded(): boolean {
    if (this.token === T.LEFT_BRACKET) {
      const place = this.place();
      const isType = this.areTypeArguments();
      this.goBack(place);
      return isType;
    }
    return (
      this.token !== T.COMMA && BEGINS_TYPE[this.token] !== 1 && this.token !== T.LEFT_PAREN
    );
  }

  #interfaceType(first: number, start: number): void {
    this.next();
    this.expect(T.LEFT_BRACE);
    while (this.token !== T.RIGHT_BRACE) {
      this.#interfaceElement();
      if (!this.isTerminator) break;
      this.terminator();
    }
    this.expect(T.RIGHT_BRACE);
    this.close(NODE.interface_type, first, start);
  }

  #interfaceElement(): void {
    const first = this.begin();
    const { start } = this;
    if (this.token !== T.IDENTIFIER) {
      this.typeElement(NODE.type_elem);
      return;
    }
    this.name(NODE.field_identifier, FIELD.name);
    if (this.token === T.LEFT_PAREN) {
      this.signature();
      this.close(NODE.method_elem, first, start);
    } else {
      this.typeAfterName(first, start);
      this.#moreTypes(NODE.type_elem, first, start);
    }
  }
}

/** 1 for the tokens that begin types which are no names. */
export const BEGINS_ONLY_TYPE = new Uint8Array(128);
for (const token of [T.LEFT_BRACKET, T.MAP, T.FUNC, T.STRUCT, T.INTERFACE, T.CHAN]) {
  BEGINS_ONLY_TYPE[token] = 1;
}
