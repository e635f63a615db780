import {
  calleeOf,
  matchesName,
  NAME_PATTERN_LIST,
  withoutPointer,
  type CallExpressionNode,
  type GoNames,
  type GoNode,
} from "@gopherwood/core";
import { itemsOf } from "./errors.ts";

/** The schema of an option that names writers. */
export const WRITER_LIST = NAME_PATTERN_LIST;

const METHODS = /^Write(?:Byte|Rune|String)?$/u;

/** Functions that write to their first argument, and fail as it does. */
const FUNCTIONS = new Set(["fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "io.WriteString"]);

/** Writers to which a write does not fail, or fails where nobody can help. */
export class SafeWriters {
  readonly #writers: readonly string[];
  readonly #names: GoNames;

  /** @param writers Types and variables as name patterns: `bytes.Buffer`, `os.Stderr`. */
  constructor(writers: readonly string[], names: GoNames) {
    this.#writers = writers;
    this.#names = names;
  }

  /** The one that a call writes to, or null. */
  writtenBy(call: CallExpressionNode): string | null {
    const writer = this.#writerOf(call);
    return writer ? this.#match(writer) : null;
  }

  #writerOf(call: CallExpressionNode): GoNode | null {
    const { function: called } = call;
    if (called.kind !== "selector_expression") return null;
    const name = called.field.text;
    if (METHODS.test(name) && !this.#names.importOf(called.operand)) return called.operand;
    const callee = calleeOf(call, this.#names);
    if (callee.kind !== "function") return null;
    return FUNCTIONS.has(`${callee.importPath}.${callee.name}`)
      ? (itemsOf(call.arguments)[0] ?? null)
      : null;
  }

  #match(writer: GoNode): string | null {
    const plain =
      writer.kind === "unary_expression" && writer.operator.text === "&"
        ? writer.operand
        : writer;
    const goImport =
      plain.kind === "selector_expression" ? this.#names.importOf(plain.operand) : null;
    const variable =
      goImport && plain.kind === "selector_expression"
        ? { importPath: goImport.path, name: plain.field.text }
        : null;
    const type = withoutPointer(this.#names.typeOf(plain));
    const { packageName } = this.#names;
    return (
      this.#writers.find(
        (pattern) =>
          (variable !== null && matchesName(pattern, variable, packageName)) ||
          (type.kind === "named" && matchesName(pattern, type, packageName)),
      ) ?? null
    );
  }
}
