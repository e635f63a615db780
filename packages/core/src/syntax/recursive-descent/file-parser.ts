import { FIELD, NODE } from "../grammar.generated.ts";
import { StatementParser } from "./statement-parser.ts";
import { BEGINS_TYPE } from "./signature-parser.ts";
import { UNSURE } from "./tokenizer.ts";
import * as T from "./tokens.ts";
import { MAY_CONTINUE } from "./tree-builder.ts";

/** Parses files and declarations. */
export class FileParser extends StatementParser {
  /** Parses the whole text. */
  file(): void {
    this.next();
    const start = this.comments[0] ?? this.start;
    while (this.token !== T.EOF) {
      this.#item();
      if (!this.isTerminator) break;
      this.terminator();
      // Outside of a block it may be the same statement to the grammar.
      if (MAY_CONTINUE[this.token] === 1) throw UNSURE;
    }
    this.begin();
    if (this.token !== T.EOF) throw this.unexpected;
    this.lastEnd = this.text.length;
    this.close(NODE.source_file, 0, start);
  }

  #item(): void {
    const first = this.begin();
    const { start } = this;
    switch (this.token) {
      case T.PACKAGE:
        this.next();
        if (this.token !== T.IDENTIFIER) throw this.unexpected;
        this.leaf(NODE.package_identifier);
        this.close(NODE.package_clause, first, start);
        return;
      case T.IMPORT:
        this.#importDeclaration(first, start);
        return;
      case T.FUNC:
        this.#functionDeclaration(first, start);
        return;
      case T.CONST:
      case T.VAR:
      case T.TYPE:
        this.declaration();
        return;
      default:
        // For pieces of code.
        this.statement();
    }
  }

  #importDeclaration(first: number, start: number): void {
    this.next();
    if (this.token === T.LEFT_PAREN) {
      const [firstInList, startOfList] = [this.begin(), this.start];
      this.next();
      while (this.token !== T.RIGHT_PAREN) {
        this.#importSpec();
        if (!this.isTerminator) break;
        this.terminator();
      }
      this.expect(T.RIGHT_PAREN);
      this.close(NODE.import_spec_list, firstInList, startOfList);
    } else {
      this.#importSpec();
    }
    this.close(NODE.import_declaration, first, start);
  }

  #importSpec(): void {
    const first = this.begin();
    const { start } = this;
    if (this.token === T.DOT) {
      this.leaf(NODE.dot);
      this.nodes.setField(FIELD.name);
    } else if (this.token === T.IDENTIFIER) {
      const isBlank = this.end - start === 1 && this.text.charCodeAt(start) === 95;
      this.name(isBlank ? NODE.blank_identifier : NODE.package_identifier, FIELD.name);
    }
    this.string();
    this.nodes.setField(FIELD.path);
    this.close(NODE.import_spec, first, start);
  }

  #functionDeclaration(first: number, start: number): void {
    this.next();
    const isMethod = this.token === T.LEFT_PAREN;
    if (isMethod) {
      this.parameterList();
      this.nodes.setField(FIELD.receiver);
    }
    if (this.token !== T.IDENTIFIER) throw UNSURE;
    this.name(isMethod ? NODE.field_identifier : NODE.identifier, FIELD.name);
    // So far it may be a function literal or type, which the grammar allows here.
    const isFunction =
      this.token === T.LEFT_PAREN || (this.token === T.LEFT_BRACKET && !isMethod);
    if (!isFunction) throw UNSURE;
    if (this.token === T.LEFT_BRACKET) {
      this.typeParameterList();
      this.nodes.setField(FIELD.type_parameters);
    }
    this.signature();
    if (this.token === T.LEFT_BRACE) {
      this.block();
      this.nodes.setField(FIELD.body);
    }
    this.close(isMethod ? NODE.method_declaration : NODE.function_declaration, first, start);
  }

  protected override declaration(): void {
    const first = this.begin();
    const { start, token } = this;
    this.next();
    const isGroup = this.token === T.LEFT_PAREN;
    const [firstInGroup, startOfGroup] = [this.begin(), this.start];
    if (isGroup) {
      this.next();
      while (this.token !== T.RIGHT_PAREN) {
        this.#spec(token);
        if (!this.isTerminator) break;
        this.terminator();
      }
      this.expect(T.RIGHT_PAREN);
    } else {
      this.#spec(token);
    }
    if (token === T.CONST) {
      this.close(NODE.const_declaration, first, start);
    } else if (token === T.TYPE) {
      this.close(NODE.type_declaration, first, start);
    } else {
      if (isGroup) this.close(NODE.var_spec_list, firstInGroup, startOfGroup);
      this.close(NODE.var_declaration, first, start);
    }
  }

  #spec(token: number): void {
    if (token === T.CONST) this.#constSpec();
    else if (token === T.VAR) this.#varSpec();
    else this.#typeSpec();
  }

  #constSpec(): void {
    const first = this.begin();
    const { start } = this;
    this.name(NODE.identifier, FIELD.name);
    while (this.token === T.COMMA) {
      this.operator(FIELD.name);
      this.name(NODE.identifier, FIELD.name);
    }
    this.#typeAndValue();
    this.close(NODE.const_spec, first, start);
  }

  #varSpec(): void {
    const first = this.begin();
    const { start } = this;
    this.name(NODE.identifier, FIELD.name);
    this.moreNames(NODE.identifier, FIELD.name);
    if (this.token !== T.ASSIGN && !this.#beginsType) throw UNSURE;
    this.#typeAndValue();
    this.close(NODE.var_spec, first, start);
  }

  get #beginsType(): boolean {
    return BEGINS_TYPE[this.token] === 1 || this.token === T.LEFT_PAREN;
  }

  #typeAndValue(): void {
    if (this.#beginsType) {
      this.type();
      this.nodes.setField(FIELD.type);
    }
    if (this.token !== T.ASSIGN) return;
    this.take();
    this.expressionList();
    this.nodes.setField(FIELD.value);
  }

  #typeSpec(): void {
    const first = this.begin();
    const { start } = this;
    this.name(NODE.type_identifier, FIELD.name);
    if (this.token === T.LEFT_BRACKET && this.#areTypeParameters()) {
      this.typeParameterList();
      this.nodes.setField(FIELD.type_parameters);
    }
    const isAlias = this.token === T.ASSIGN;
    if (isAlias) this.take();
    this.type();
    this.nodes.setField(FIELD.type);
    this.close(isAlias ? NODE.type_alias : NODE.type_spec, first, start);
  }

  /** Returns true if the bracket at hand begins type parameters, and no array type. */
  #areTypeParameters(): boolean {
    const place = this.place();
    try {
      this.next();
      if (this.token !== T.IDENTIFIER) return false;
      if (this.kindOfName() !== NODE.identifier) throw UNSURE;
      this.next();
      switch (this.token) {
        case T.IDENTIFIER:
        case T.COMMA:
        case T.INTERFACE:
        case T.TILDE:
        case T.FUNC:
        case T.MAP:
        case T.CHAN:
        case T.STRUCT:
          return true;
        case T.LEFT_BRACKET:
          this.next();
          if (this.token === T.RIGHT_BRACKET) return true;
          throw UNSURE;
        case T.MULTIPLY:
        case T.LEFT_PAREN:
        case T.ARROW:
          throw UNSURE;
        default:
          return false;
      }
    } finally {
      this.goBack(place);
    }
  }
}
