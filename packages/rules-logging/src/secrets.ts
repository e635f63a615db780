import {
  calleeOf,
  initializerOf,
  matchesName,
  withoutPointer,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { constantString } from "./strings.ts";
import { endOfWords, wordsIn } from "./words.ts";

/** How credentials, and what hides them, are told by their names. */
export interface SecretOptions {
  /** What credentials are called, in snake case. */
  readonly secrets: readonly string[];
  /** First words of names that tell of a credential and are none: `has_token`. */
  readonly harmlessPrefixes: readonly string[];
  /** Last words of such names: `token_count`. */
  readonly harmlessSuffixes: readonly string[];
  /** What hides a secret: words of names, and name patterns of functions and types. */
  readonly redactors: readonly string[];
}

export const DEFAULT_SECRETS: SecretOptions = {
  secrets: [
    ...["password", "passwords", "passwd", "passphrase", "pwd", "secret", "token"],
    ...["api_key", "apikey", "private_key", "secret_key", "access_key", "signing_key"],
    ...["encryption_key", "authorization", "auth_header", "bearer", "jwt"],
    ...["credential", "credentials", "creds", "session_cookie"],
  ],
  harmlessPrefixes: [
    ...["has", "is", "no", "num", "need", "needs", "use", "uses", "using", "with"],
    ...["skip", "enable", "enabled", "disable", "disabled", "require", "requires"],
    ...["allow", "missing", "invalid", "page", "next", "continue", "continuation"],
  ],
  harmlessSuffixes: [
    ...["id", "ids", "uid", "uuid", "name", "names", "namespace", "ref", "reference"],
    ...["count", "counts", "length", "len", "size", "limit", "budget", "usage", "index"],
    ...["type", "kind", "scope", "scopes", "format", "version", "status", "state"],
    ...["url", "uri", "endpoint", "host", "path", "file", "filename", "dir", "location"],
    ...["expiry", "expires", "expiration", "expired", "ttl", "age", "duration", "time"],
    ...["at", "date", "policy", "rotation", "store", "provider", "service", "manager"],
    ...["source", "driver", "mode", "method", "error", "err", "enabled", "disabled"],
    ...["required", "valid", "present", "set", "exists", "found", "changed", "created"],
    ...["issuer", "audience", "subject", "owner", "user", "username", "server", "client"],
    ...["hint", "prefix", "suffix", "field", "column", "label", "obj", "key", "keys"],
    ...["request", "model", "models", "review", "check", "checks", "rule", "rules"],
  ],
  redactors: [
    ...["redact", "redacted", "redactor", "mask", "masked", "sanitize", "sanitized"],
    ...["scrub", "scrubbed", "obfuscate", "obfuscated", "censor", "censored", "hide"],
    ...["hidden", "hash", "hashed", "sha256", "fingerprint"],
  ],
};

/** Types of values that hold no credential, though their key be called so. */
const HARMLESS_TYPE =
  /^(?:bool|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128)|byte|rune|error|Duration|Time)$/u;

/** Further than a value is handed on in one function. */
const MAX_STEPS = 10;

type Judgement = "harmless" | "redacted" | "secret";

/** Says what names tell of what they stand for. */
export class SecretNames {
  readonly #secrets: readonly (readonly string[])[];
  readonly #prefixes: ReadonlySet<string>;
  readonly #suffixes: ReadonlySet<string>;

  constructor({ secrets, harmlessPrefixes, harmlessSuffixes }: SecretOptions) {
    this.#secrets = secrets.map((name) => name.split("_"));
    this.#prefixes = new Set(harmlessPrefixes);
    this.#suffixes = new Set(harmlessSuffixes);
  }

  /** Null for a name that says nothing. */
  judge(name: string): "harmless" | "secret" | null {
    const words = wordsIn(name);
    const end = Math.max(...this.#secrets.map((secret) => endOfWords(secret, words)));
    if (end >= 0 && this.#prefixes.has(words[0] ?? "")) return "harmless";
    if (end < words.length && this.#suffixes.has(words.at(-1) ?? "")) return "harmless";
    return end >= 0 ? "secret" : null;
  }
}

/** Says whether a value that is logged under a credential's name is one. */
export class SecretValues {
  readonly #semantics: SemanticModel;
  readonly #secretNames: SecretNames;
  readonly #redactors: readonly string[];

  constructor(
    semantics: SemanticModel,
    secretNames: SecretNames,
    redactors: readonly string[],
  ) {
    this.#semantics = semantics;
    this.#secretNames = secretNames;
    this.#redactors = redactors;
  }

  /** True for a value that slog, and no other logger, asks what to log for it. */
  isLogValuer(value: GoNode): boolean {
    return this.#semantics.ownerOf(this.#semantics.typeOf(value), "LogValue") !== null;
  }

  judge(value: GoNode, step = 0): Judgement {
    if (step > MAX_STEPS) return "secret";
    if (constantString(value, this.#semantics) !== null) return "harmless";
    switch (value.kind) {
      case "nil":
      case "func_literal":
        return "harmless";
      case "parenthesized_expression":
      case "unary_expression": {
        const [inner] = value.namedChildren;
        return inner ? this.judge(inner, step + 1) : "harmless";
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
        if (named !== "secret") return named;
        const initializer = initializerOf(value, this.#semantics);
        // A variable that starts as a constant is there to get another value.
        return initializer && constantString(initializer, this.#semantics) === null
          ? this.judge(initializer, step + 1)
          : "secret";
      }
      case "selector_expression":
        // What a package offers to everyone is a constant, or as good as one.
        if (this.#semantics.importOf(value.operand)) return "harmless";
        return this.#judgeName(value.field.text, value);
    }
    return this.#judgeType(value);
  }

  #judgeCall(call: CallExpressionNode, step: number): Judgement {
    const callee = calleeOf(call, this.#semantics);
    const operand = call.function.kind === "selector_expression" ? call.function.operand : null;
    const values = call.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
    if (callee.kind === "function" && this.#matches(callee)) return "redacted";
    if (operand && this.#redacts(operand.text)) return "redacted";
    const named = this.#judgeName(callee.name, call);
    if (named !== "secret") return named;
    if (callee.kind === "function" && callee.importPath === "fmt") {
      return this.#worst(values, step);
    }
    // A conversion is what it converts; `token.String()` is the token.
    const [only] = values;
    if (/^(?:string|String)$/u.test(callee.name)) {
      const converted = operand ?? only;
      return converted ? this.judge(converted, step + 1) : "secret";
    }
    return "secret";
  }

  #worst(values: readonly GoNode[], step: number): Judgement {
    const found = values.map((value) => this.judge(value, step + 1));
    return (
      found.find((one) => one === "secret") ??
      found.find((one) => one === "redacted") ??
      "harmless"
    );
  }

  #judgeName(name: string, value: GoNode): Judgement {
    if (this.#redacts(name)) return "redacted";
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
    if (this.#matches(type) || this.#redacts(name)) return "redacted";
    return (importPath === "" || importPath === "time") && HARMLESS_TYPE.test(name)
      ? "harmless"
      : "secret";
  }

  #redacts(name: string): boolean {
    return wordsIn(name).some((word) => this.#redactors.includes(word));
  }

  #matches(name: { readonly importPath: string; readonly name: string }): boolean {
    const { packageName } = this.#semantics;
    return this.#redactors.some(
      (pattern) => pattern.includes(".") && matchesName(pattern, name, packageName),
    );
  }
}
