import {
  calleeOf,
  initializerOf,
  matchesName,
  NAME_PATTERN_LIST,
  withoutPointer,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { itemsOf } from "./errors.ts";

/** The schema of an option that names writers. */
export const WRITER_LIST = NAME_PATTERN_LIST;

const WRITES = /^Write(?:Byte|Rune|String)?$/u;

/** What writes the rest of what was written before. */
const ENDS = /^(?:Close|Flush)$/u;

/** Functions that write to their first argument, and fail as it does. */
const PRINTS = /^Fprint(?:f|ln)?$/u;

/** Whoever prints to any writer prints for people; whoever wants it kept, writes. */
const ANY_WRITER = "io.Writer";

/** As far as writers around writers are followed. */
const MAX_DEPTH = 4;

/** Writers to which a write does not fail, or fails where nobody can help. */
export class SafeWriters {
  readonly #writers: readonly string[];
  readonly #semantics: SemanticModel;

  /** @param writers Types and variables as name patterns: `bytes.Buffer`, `os.Stderr`. */
  constructor(writers: readonly string[], semantics: SemanticModel) {
    this.#writers = writers;
    this.#semantics = semantics;
  }

  /** The one that a call writes to, or null; `io.Writer` is one for prints alone. */
  writtenBy(call: CallExpressionNode): string | null {
    const { function: called } = call;
    if (called.kind !== "selector_expression") return null;
    const name = called.field.text;
    const isMethod = this.#semantics.importOf(called.operand) === null;
    if (isMethod && WRITES.test(name)) return this.#match(called.operand);
    if (isMethod && ENDS.test(name)) return this.#matchInside(called.operand, MAX_DEPTH);
    const [writer] = itemsOf(call.arguments);
    if (!writer) return null;
    if (PRINTS.test(name)) return this.#match(writer) ?? this.#anyWriter(writer);
    const callee = calleeOf(call, this.#semantics);
    return callee.kind === "function" && callee.importPath === "io" && name === "WriteString"
      ? this.#match(writer)
      : null;
  }

  #anyWriter(writer: GoNode): string | null {
    const type = this.#semantics.typeOf(writer);
    const isAny = type.kind === "named" && type.importPath === "io" && type.name === "Writer";
    return isAny && this.#writers.includes(ANY_WRITER) ? ANY_WRITER : null;
  }

  #match(writer: GoNode, depth = MAX_DEPTH): string | null {
    const plain =
      writer.kind === "unary_expression" && writer.operator.text === "&"
        ? writer.operand
        : writer;
    const goImport =
      plain.kind === "selector_expression" ? this.#semantics.importOf(plain.operand) : null;
    const variable =
      goImport && plain.kind === "selector_expression"
        ? { importPath: goImport.path, name: plain.field.text }
        : null;
    const type = withoutPointer(this.#semantics.typeOf(plain));
    const { packageName } = this.#semantics;
    const found = this.#writers
      .filter((pattern) => pattern !== ANY_WRITER)
      .find(
        (pattern) =>
          (variable !== null && matchesName(pattern, variable, packageName)) ||
          (type.kind === "named" && matchesName(pattern, type, packageName)),
      );
    return found ?? this.#matchInside(plain, depth);
  }

  /** Of `w := csv.NewWriter(&buffer)`, what stands for `&buffer`. */
  #matchInside(writer: GoNode, depth: number): string | null {
    if (depth === 0 || writer.kind !== "identifier") return null;
    const made = initializerOf(writer, this.#semantics);
    if (made?.kind !== "call_expression") return null;
    const { function: called } = made;
    const name = called.kind === "selector_expression" ? called.field.text : called.text;
    const [inner] = itemsOf(made.arguments);
    return inner && name.startsWith("New") ? this.#match(inner, depth - 1) : null;
  }
}
