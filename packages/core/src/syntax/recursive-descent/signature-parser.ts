import { FIELD, NODE } from "../grammar.generated.ts";
import { UNSURE, WRONG } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { TreeBuilder } from "./tree-builder.ts";

/** Parses parameters, results and type parameters. */
export abstract class SignatureParser extends TreeBuilder {
  protected abstract type(): void;

  protected abstract typeElement(kind: number): void;

  /** Parses parameters and results. */
  protected signature(): void {
    this.parameterList();
    this.nodes.setField(FIELD.parameters);
    if (this.token === T.LEFT_PAREN) this.parameterList();
    else if (BEGINS_TYPE[this.token] === 1) this.type();
    else return;
    this.nodes.setField(FIELD.result);
  }

  protected parameterList(): void {
    const first = this.begin();
    const { start } = this;
    this.expect(T.LEFT_PAREN);
    const areNamed = this.token === T.IDENTIFIER && this.#areNamed();
    while (this.token !== T.RIGHT_PAREN) {
      this.#parameter(areNamed);
      if (this.token !== T.COMMA) break;
      this.take();
    }
    this.expect(T.RIGHT_PAREN);
    this.close(NODE.parameter_list, first, start);
  }

  #parameter(isNamed: boolean): void {
    const first = this.begin();
    const { start } = this;
    let areSeveral = false;
    if (isNamed) {
      this.name(NODE.identifier, FIELD.name);
      areSeveral = this.token === T.COMMA;
      this.moreNames(NODE.identifier, FIELD.name);
    }
    let kind: number = NODE.parameter_declaration;
    if (this.token === T.ELLIPSIS) {
      if (areSeveral) throw WRONG;
      this.take();
      kind = NODE.variadic_parameter_declaration;
    }
    this.type();
    this.nodes.setField(FIELD.type);
    this.close(kind, first, start);
  }

  /** Returns true if the parameters at hand have names, and false if they are types alone. */
  #areNamed(): boolean {
    const place = this.place();
    try {
      for (;;) {
        this.next();
        if (this.token !== T.COMMA) break;
        this.next();
        if (this.token !== T.IDENTIFIER) return false;
      }
      if (this.token === T.LEFT_BRACKET) return !this.areTypeArguments();
      return this.token !== T.RIGHT_PAREN && this.token !== T.DOT;
    } finally {
      this.goBack(place);
    }
  }

  /** Returns true if a list in brackets ends a type, and false if it begins one. */
  protected areTypeArguments(): boolean {
    this.next();
    if (this.token === T.RIGHT_BRACKET) return false;
    this.skipToBracket();
    this.next();
    return BEGINS_TYPE[this.token] !== 1;
  }

  /** Goes on to the bracket that closes the one before. */
  protected skipToBracket(): void {
    let depth = 1;
    for (;;) {
      if (this.token === T.EOF) throw UNSURE;
      if (this.token === T.LEFT_BRACKET) depth += 1;
      if (this.token === T.RIGHT_BRACKET) depth -= 1;
      if (depth === 0) return;
      this.next();
    }
  }

  protected typeParameterList(): void {
    const first = this.begin();
    const { start } = this;
    this.next();
    for (;;) {
      this.#typeParameter();
      if (this.token !== T.COMMA) break;
      this.take();
      if (this.token === T.RIGHT_BRACKET) break;
    }
    this.expect(T.RIGHT_BRACKET);
    this.close(NODE.type_parameter_list, first, start);
  }

  #typeParameter(): void {
    const first = this.begin();
    const { start } = this;
    this.name(NODE.identifier, FIELD.name);
    this.moreNames(NODE.identifier, FIELD.name);
    this.typeElement(NODE.type_constraint);
    this.nodes.setField(FIELD.type);
    this.close(NODE.type_parameter_declaration, first, start);
  }
}

/** 1 for the tokens that a type can begin with, without parentheses. */
export const BEGINS_TYPE = new Uint8Array(128);
for (const token of [
  T.IDENTIFIER,
  T.MULTIPLY,
  T.LEFT_BRACKET,
  T.MAP,
  T.FUNC,
  T.INTERFACE,
  T.STRUCT,
  T.CHAN,
  T.ARROW,
  T.TILDE,
]) {
  BEGINS_TYPE[token] = 1;
}
