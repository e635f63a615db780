import {
  argumentsOf,
  calledName,
  isCallTo,
  NamePatterns,
  withoutPointer,
  type CallExpressionNode,
  type GoNode,
  type GoType,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { assignedValues } from "./assigned-values.ts";

const WRITES = /^Write(?:Byte|Rune|String)?$/u;

/** Methods that write what a writer still holds. */
const ENDS = /^(?:Close|Flush)$/u;

/** Functions that write to their first argument, and fail as it does. */
const PRINTS = /^Fprint(?:f|ln)?$/u;

/** Functions that write a value to their first argument, and fail as it does. */
const WRITE_TO = ["encoding/binary.Write", "io.WriteString"];

/** Functions that read to their end what nobody wants, if they write to this variable. */
const COPIES = ["io.Copy", "io.CopyBuffer", "io.CopyN"];
const DISCARD = "io.Discard";

/** Prints to any writer are for people: code that needs the text kept calls `Write`. */
const ANY_WRITER = "io.Writer";

const HASH = "hash.Hash";
const HASH_METHODS = ["BlockSize", "Reset", "Size", "Sum", "Write"];

/** As far as writers around writers are followed. */
const MAX_DEPTH = 4;

/** Writers to which a write does not fail, or fails where nobody can help. */
export class SafeWriters {
  readonly #allowsNone: boolean;
  readonly #allowsAny: boolean;
  readonly #allowsHashes: boolean;
  readonly #patterns: NamePatterns;
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;

  /** @param writers Types and variables as name patterns: `bytes.Buffer`, `os.Stderr`. */
  constructor(writers: readonly string[], semantics: SemanticModel, tree: SyntaxTree) {
    this.#allowsNone = writers.length === 0;
    this.#allowsHashes = writers.includes(HASH);
    this.#allowsAny = writers.includes(ANY_WRITER);
    this.#patterns = new NamePatterns(
      writers.filter((pattern) => pattern !== ANY_WRITER),
      semantics,
    );
    this.#semantics = semantics;
    this.#tree = tree;
  }

  /**
   * Returns the pattern of the writer that a call writes to, or null; `io.Writer` is one
   * for prints alone.
   */
  writtenBy(call: CallExpressionNode): string | null {
    const { function: callee } = call;
    if (callee.kind !== "selector_expression") return null;
    const { operand } = callee;
    const name = callee.field.text;
    const isMethod = this.#semantics.importOf(operand) === null;
    if (isMethod && WRITES.test(name)) return this.#match(operand);
    if (isMethod && ENDS.test(name)) return this.#matchInside(operand, MAX_DEPTH);
    const [writer] = argumentsOf(call);
    if (!writer) return null;
    if (PRINTS.test(name)) return this.#match(writer) ?? this.#anyWriter(writer);
    if (isCallTo(call, COPIES, this.#semantics))
      return this.#match(writer) === DISCARD ? DISCARD : null;
    return isCallTo(call, WRITE_TO, this.#semantics) ? this.#match(writer) : null;
  }

  /**
   * Returns why the writer that is a call's first argument may be one of these: its type is not
   * known. Null if it is known, or does not matter.
   */
  whyUnknown(call: CallExpressionNode): string | null {
    const [writer] = this.#allowsNone ? [] : argumentsOf(call);
    const writes = PRINTS.test(calledName(call)) || isCallTo(call, WRITE_TO, this.#semantics);
    if (!writer || !writes) return null;
    const type = this.#semantics.typeOf(writer);
    return type.kind === "unknown" ? type.reason : null;
  }

  #anyWriter(writer: GoNode): string | null {
    if (!this.#allowsAny) return null;
    const types = this.#semantics.ownersOf(this.#semantics.typeOf(writer), "Write");
    const isAny = types.some(({ importPath, name }) => `${importPath}.${name}` === ANY_WRITER);
    return isAny ? ANY_WRITER : null;
  }

  #match(writer: GoNode, depth = MAX_DEPTH): string | null {
    const value =
      writer.kind === "unary_expression" && writer.operator.text === "&"
        ? writer.operand
        : writer;
    return this.#patternOf(value) ?? this.#matchInside(value, depth);
  }

  #patternOf(value: GoNode): string | null {
    const goImport =
      value.kind === "selector_expression" ? this.#semantics.importOf(value.operand) : null;
    if (goImport && value.kind === "selector_expression") {
      const variable = { importPath: goImport.path, name: value.field.text };
      const found = this.#patterns.match(variable);
      if (found !== null) return found;
    }
    const type = withoutPointer(this.#semantics.typeOf(value));
    // A writer may be embedded, and its methods promoted.
    const writers = this.#semantics.ownersOf(type, "Write");
    const types = type.kind === "named" ? [type, ...writers] : writers;
    const found = types.map((one) => this.#patterns.match(one)).find((one) => one !== null);
    return found ?? (this.#allowsHashes && this.#isHash(type) ? HASH : null);
  }

  /** Returns true for a type with the methods of `hash.Hash`, whose `Write` never fails. */
  #isHash(type: GoType): boolean {
    const pointer: GoType = { kind: "pointer", element: type };
    return HASH_METHODS.every((name) => this.#semantics.hasMethod(pointer, name) === true);
  }

  /**
   * Returns the pattern of the writers that a variable stands for: of `w := os.Stderr`, and
   * of `w := csv.NewWriter(&buffer)`.
   */
  #matchInside(writer: GoNode, depth: number): string | null {
    if (depth === 0 || writer.kind !== "identifier") return null;
    const values = assignedValues(writer, this.#semantics, this.#tree);
    const patterns = values.map((value) => {
      if (value.kind !== "call_expression") return this.#match(value, depth - 1);
      const [inner] = argumentsOf(value);
      const isWrapper = calledName(value).startsWith("New");
      return inner && isWrapper ? this.#match(inner, depth - 1) : null;
    });
    return patterns.includes(null) ? null : (patterns[0] ?? null);
  }
}
