import type { CallExpressionNode, FixFunction, SemanticModel, GoNode } from "@gopherwood/core";
import type { Dropped } from "./dropped-results.ts";
import { returnOf } from "./returns.ts";

/** Writes the check of an error that was dropped. */
export class ErrorChecks {
  readonly #semantics: SemanticModel;
  readonly #text: string;

  /** @param text The file's. */
  constructor(semantics: SemanticModel, text: string) {
    this.#semantics = semantics;
    this.#text = text;
  }

  /** The fix that returns the error, or why there is none. */
  fixFor(call: CallExpressionNode, dropped: Dropped): FixFunction | string {
    const { drop, statement } = dropped;
    if (drop === "defer" || drop === "go") return "it takes a function around the call";
    const back = returnOf("err", call, this.#semantics);
    if (back === null) return "the function around returns no error";
    if (statement.parent?.kind !== "statement_list") return "it is no statement of its own";
    const tabs = this.#indentAt(statement.range[0]);
    const check = `{\n${tabs}\t${back}\n${tabs}}`;
    return drop === "partly blank"
      ? this.#named(dropped, check)
      : this.#inHead(call, dropped, check);
  }

  /** `n, err := f()` and a check after it. */
  #named({ statement }: Dropped, check: string): FixFunction | string {
    const last = statement.kind === "short_var_declaration" ? statement.left : null;
    const blank = last?.namedChildren.at(-1);
    // A variable that is assigned to would have to be declared before.
    if (!blank) return "there is no variable for the error";
    if (this.#isDeclaredAfter(statement)) return "'err' is declared later on";
    const tabs = this.#indentAt(statement.range[0]);
    return (fixer) => [
      fixer.replaceText(blank, "err"),
      fixer.insertTextAfter(statement, `\n${tabs}if err != nil ${check}`),
    ];
  }

  /** `if err := f(); err != nil { ... }`. */
  #inHead(
    call: CallExpressionNode,
    { statement }: Dropped,
    check: string,
  ): FixFunction | string {
    // A brace could end the head of the `if`.
    if (call.text.includes("{")) return "the call has braces in it";
    const type = this.#semantics.typeOf(call);
    const others = type.kind === "tuple" ? "_, ".repeat(type.types.length - 1) : "";
    return (fixer) =>
      fixer.replaceText(statement, `if ${others}err := ${call.text}; err != nil ${check}`);
  }

  /** True if a later statement of the same block declares `err`. */
  #isDeclaredAfter(statement: GoNode): boolean {
    const later = (statement.parent?.namedChildren ?? []).filter(
      ({ range }) => range[0] > statement.range[0],
    );
    return later.some((next) => {
      const names = next.kind === "short_var_declaration" ? next.left.namedChildren : [];
      const specs = next.kind === "var_declaration" ? next.namedChildren : [];
      return (
        names.some((name) => name.text === "err" && this.#declares(name)) ||
        specs.some((spec) => /^\(?\s*err\b/u.test(spec.text))
      );
    });
  }

  #declares(name: GoNode): boolean {
    const symbol = this.#semantics.resolve(name);
    return symbol !== null && !symbol.isUniverse && symbol.node === name;
  }

  #indentAt(offset: number): string {
    const line = this.#text.slice(this.#text.lastIndexOf("\n", offset - 1) + 1, offset);
    return /^\s*/u.exec(line)?.[0] ?? "";
  }
}
