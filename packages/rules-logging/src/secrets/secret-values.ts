import {
  argumentsOf,
  calledName,
  calleeOf,
  initializerOf,
  isCallTo,
  NamePatterns,
  withoutPointer,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { constantString } from "../records/constant-string.ts";
import type { SecretNames } from "./secret-names.ts";
import { wordsIn } from "./words.ts";

/** Types of values that hold no credential, whatever their key. */
const HARMLESS_TYPE =
  /^(?:bool|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128)|byte|rune|error|Duration|Time)$/u;

/** Further than a value is passed on in one function. */
const MAX_STEPS = 10;

/** The judgement of a value; `ambiguous` is one that may be a credential or a trace of it. */
type Judgement = "harmless" | "redacted" | "ambiguous" | "secret";

/** A package or a file that splits texts into tokens. */
const TOKENIZER = /(?:^|[^a-z])(?:lexer|tokeni[sz]er)s?(?![a-z])/iu;

/** Words that say of a function that it hides a secret, and of a value alone little. */
const NOUNS = new Set(["fingerprint", "hash", "mask", "sha256"]);

/** Judges whether a value that is logged under a credential's name is one. */
export class SecretValues {
  readonly #semantics: SemanticModel;
  readonly #secretNames: SecretNames;
  readonly #path: string;
  readonly #redactors: readonly string[];
  readonly #redacting: NamePatterns;

  /** @param path The file's path in its project. */
  constructor(
    semantics: SemanticModel,
    secretNames: SecretNames,
    redactors: readonly string[],
    path: string,
  ) {
    this.#path = path;
    this.#semantics = semantics;
    this.#secretNames = secretNames;
    this.#redactors = redactors;
    const patterns = redactors.filter((redactor) => redactor.includes("."));
    this.#redacting = new NamePatterns(patterns, semantics);
  }

  /** Returns true for a value with a `LogValue` method, which slog alone calls. */
  isLogValuer(value: GoNode): boolean {
    return this.#semantics.hasMethod(this.#semantics.typeOf(value), "LogValue") === true;
  }

  /** Judges a value by its key, its expression, its names and its type. */
  judge(key: string, value: GoNode): Judgement {
    const name = nameOf(value);
    const isKeys = name !== null && this.#secretNames.isLastWordOf(key, name);
    const judgement = isKeys ? this.#judgeType(value) : this.#judge(value);
    if (judgement !== "secret") return judgement;
    const isDoubtful = this.#mayBeName(key, value) || this.#mayBeTextToken(key);
    return isDoubtful ? "ambiguous" : "secret";
  }

  /** Returns true if a value may be a token of a text: the package or the file reads these. */
  #mayBeTextToken(key: string): boolean {
    return (
      /^tokens?$/u.test(wordsIn(key).at(-1) ?? "") &&
      TOKENIZER.test(`${this.#semantics.packageName}/${this.#path}`)
    );
  }

  /** Returns true if a value may be the name of a Secret, as Kubernetes calls an object. */
  #mayBeName(key: string, value: GoNode): boolean {
    const words = wordsIn(key);
    if (!/^secrets?$/u.test(words.at(-1) ?? "") || this.#secretNames.isSpecific(key)) {
      return false;
    }
    const isKubernetes = this.#semantics.importPaths.some((path) =>
      /^(?:sigs\.)?k8s\.io\//u.test(path),
    );
    if (words.length > 1 && !isKubernetes) return false;
    const initializer =
      value.kind === "identifier" ? initializerOf(value, this.#semantics) : null;
    return [value, initializer].every((one) => {
      const name = one && nameOf(one);
      return name === null || !this.#secretNames.isSpecific(name);
    });
  }

  #judge(value: GoNode, step = 0): Judgement {
    if (step > MAX_STEPS) return "secret";
    if (constantString(value, this.#semantics) !== null) return "harmless";
    switch (value.kind) {
      case "nil":
      case "func_literal":
        return "harmless";
      case "parenthesized_expression":
      case "unary_expression": {
        const [inner] = value.namedChildren;
        return inner ? this.#judge(inner, step + 1) : "harmless";
      }
      case "binary_expression":
        if (value.operator.text === "+") return this.#worst([value.left, value.right], step);
        break;
      case "slice_expression":
        // The first characters of a token say which it is.
        if (value.end && value.operand.kind !== "call_expression") return "redacted";
        break;
      case "call_expression":
        return this.#judgeCall(value, step);
      case "identifier": {
        const named = this.#judgeName(value.text, value);
        if (named === "harmless" || named === "redacted") return named;
        const initializer = initializerOf(value, this.#semantics);
        // A variable that starts as a constant is assigned another value later.
        return initializer && constantString(initializer, this.#semantics) === null
          ? this.#judge(initializer, step + 1)
          : named;
      }
      case "selector_expression":
        // An exported variable of a package is as good as a constant.
        if (this.#semantics.importOf(value.operand)) return "harmless";
        return this.#judgeName(value.field.text, value);
    }
    return this.#judgeType(value);
  }

  #judgeCall(call: CallExpressionNode, step: number): Judgement {
    const callee = calleeOf(call, this.#semantics);
    const operand = call.function.kind === "selector_expression" ? call.function.operand : null;
    const values = argumentsOf(call);
    if (callee.kind === "function" && this.#redacting.matches(callee)) return "redacted";
    if (operand && this.#isRedactor(operand)) return "redacted";
    if (this.#redacts(callee.name)) return "redacted";
    if (isCallTo(call, "reflect.TypeOf", this.#semantics)) return "harmless";
    const named = this.#judgeName(callee.name, call);
    if (named !== "secret") return named;
    const wraps =
      callee.kind === "function" &&
      (callee.importPath === "fmt" ||
        (callee.importPath === "log/slog" && /Value$/u.test(callee.name)));
    if (wraps) return this.#worst(values, step);
    // A conversion is what it converts; `token.String()` is the token.
    const [only] = values;
    if (/^(?:string|String)$/u.test(callee.name)) {
      const converted = operand ?? only;
      return converted ? this.#judge(converted, step + 1) : "secret";
    }
    return "secret";
  }

  #worst(values: readonly GoNode[], step: number): Judgement {
    const found = values.map((value) => this.#judge(value, step + 1));
    return (
      found.find((one) => one === "secret") ??
      found.find((one) => one === "ambiguous") ??
      found.find((one) => one === "redacted") ??
      "harmless"
    );
  }

  #judgeName(name: string, value: GoNode): Judgement {
    if (this.#redacts(name)) return NOUNS.has(name.toLowerCase()) ? "ambiguous" : "redacted";
    if (/^(?:len|cap)$/u.test(name) || this.#secretNames.judge(name) === "harmless") {
      return "harmless";
    }
    return this.#judgeType(value);
  }

  #judgeType(value: GoNode): Judgement {
    const type = withoutPointer(this.#semantics.typeOf(value));
    if (type.kind === "function") return "harmless";
    if (type.kind !== "named") return "secret";
    const { importPath, name } = type;
    if (this.#redacting.matches(type) || this.#redacts(name)) return "redacted";
    return (importPath === "" || importPath === "time") && HARMLESS_TYPE.test(name)
      ? "harmless"
      : "secret";
  }

  /** Returns true for the package or value that a call which hides a secret is called on. */
  #isRedactor(operand: GoNode): boolean {
    const name = nameOf(operand);
    if (name === null || !this.#redacts(name)) return false;
    return this.#semantics.importOf(operand) !== null || !NOUNS.has(name.toLowerCase());
  }

  #redacts(name: string): boolean {
    return wordsIn(name).some((word) => this.#redactors.includes(word));
  }
}

/** Returns the name of a variable, a field or a function that is called; else null. */
function nameOf(value: GoNode): string | null {
  switch (value.kind) {
    case "identifier":
      return value.text;
    case "selector_expression":
      return value.field.text;
    case "call_expression":
      return calledName(value);
    default:
      return null;
  }
}
