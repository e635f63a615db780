import {
  argumentsOf,
  calledName,
  calleeOf,
  initializerOf,
  NamePatterns,
  withoutPointer,
  type Callee,
  type CallExpressionNode,
  type CompositeLiteralNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { loggerOfPackage } from "../loggers/packages.ts";
import { constantString } from "./constant-string.ts";

/** A key and a value of a structured log record. */
export interface LogField {
  readonly key: string;
  readonly value: GoNode;
  /** The package of the logger, or null if it is not known. */
  readonly logger: string | null;
  /** Why it is not known whether a logger takes the field; null if it is. */
  readonly unknownReason: string | null;
}

type Source = Pick<LogField, "logger" | "unknownReason">;

/** Functions and methods of a package whose first arguments are a key and its value. */
const KEY_AND_VALUE: readonly (readonly [path: string, names: RegExp])[] = [
  ["github.com/sirupsen/logrus", /^WithField$/u],
  ["github.com/Sirupsen/logrus", /^WithField$/u],
  ["log/slog", /^(?:String|Any|StringValue)$/u],
  ["go.uber.org/zap", /^(?:String|Strings|Any|Stringp|ByteString|Binary|Reflect|Stringer)$/u],
  ["github.com/rs/zerolog", /^(?:Str|Strs|Any|Interface|Bytes|Hex|Stringer|RawJSON)$/u],
];

const PAIRS =
  /^(?:(?:Trace|Debug|Info|Notice|Warn|Error|DPanic|Panic|Fatal)(?:Context|w)?|Log|With|WithValues|WithLazy|EndOperation)$/u;

const FIELD_CALL = new RegExp(
  `^(?:WithFields?|Group|${KEY_AND_VALUE.map(([, names]) => names.source).join("|")})$|${PAIRS.source}`,
  "u",
);

/** Names of methods that few types but loggers have. */
const LOGGERS_ONLY = /^(?:WithFields?|Str|(?:Trace|Debug|Info|Warn|Error)(?:Context|w)?)$/u;

/** Finds the fields of log records. */
export class FieldReader {
  readonly #semantics: SemanticModel;
  readonly #types: NamePatterns;
  readonly #literals = new Set<GoNode>();

  /** @param types Patterns of the types whose methods take pairs of a key and a value. */
  constructor(semantics: SemanticModel, types: readonly string[]) {
    this.#semantics = semantics;
    this.#types = new NamePatterns(types, semantics);
  }

  /** Returns the fields of a map literal of logrus' type, wherever it stands. */
  ofLiteral(literal: CompositeLiteralNode): LogField[] {
    const { type } = literal;
    if (type.kind !== "qualified_type" || type.name.text !== "Fields") return [];
    const path = this.#semantics.importOf(type.package)?.path ?? "";
    return loggerOfPackage(path, ["logrus"])
      ? this.#elements(literal, { logger: path, unknownReason: null })
      : [];
  }

  /** Returns the fields that a call adds to a record. */
  ofCall(call: CallExpressionNode): LogField[] {
    const name = calledName(call);
    if (!FIELD_CALL.test(name)) return [];
    const values = argumentsOf(call);
    if (values.length === 0) return [];
    const callee = calleeOf(call, this.#semantics);
    const path = pathOf(callee);
    if (path === null && !LOGGERS_ONLY.test(name)) return [];
    const unknownReason = callee.kind === "unknown" ? callee.reason : null;
    const source = { logger: path, unknownReason };
    if (name === "WithFields") {
      return unknownReason !== null || loggerOfPackage(path ?? "", ["logrus"])
        ? this.#map(values[0], source)
        : [];
    }
    const isField =
      path === null
        ? name === "WithField" || name === "Str"
        : KEY_AND_VALUE.some(([of, names]) => of === path && names.test(name));
    if (isField) return this.#pairs(values.slice(0, 2), source);
    if (path === null ? values.length < 3 : !this.#takesPairs(callee)) return [];
    return this.#pairs(values.slice(firstPair(name, path)), source);
  }

  #takesPairs(callee: Callee): boolean {
    if (callee.kind === "unknown") return false;
    const path = pathOf(callee);
    if (path === "log/slog") return callee.name === "Group" || PAIRS.test(callee.name);
    return (
      callee.kind === "method" &&
      PAIRS.test(callee.name) &&
      this.#types.matches(callee.receiver)
    );
  }

  /** Returns keys with their values; an attribute has no value after it. */
  #pairs(values: readonly GoNode[], source: Source): LogField[] {
    const fields: LogField[] = [];
    for (let index = 0; index < values.length - 1; index += 1) {
      const [first, value] = values.slice(index, index + 2);
      const key = first ? constantString(first, this.#semantics) : null;
      if (key !== null && value) fields.push({ key, value, ...source });
      if (key !== null || !first || !this.#isAttribute(first)) index += 1;
    }
    return fields;
  }

  #isAttribute(value: GoNode): boolean {
    // A call that makes an attribute is judged by itself.
    if (value.kind === "call_expression") {
      const callee = calleeOf(value, this.#semantics);
      if (callee.kind === "function" && callee.importPath === "log/slog") return true;
    }
    const type = withoutPointer(this.#semantics.typeOf(value));
    return type.kind === "named" && type.name === "Attr";
  }

  #map(value: GoNode | undefined, source: Source): LogField[] {
    const literal =
      value?.kind === "identifier" ? initializerOf(value, this.#semantics) : value;
    return literal?.kind === "composite_literal" ? this.#elements(literal, source) : [];
  }

  #elements(literal: CompositeLiteralNode, source: Source): LogField[] {
    if (this.#literals.has(literal)) return [];
    this.#literals.add(literal);
    return literal.body.namedChildren.flatMap((element) => {
      if (element.kind !== "keyed_element") return [];
      const key = constantString(element.key, this.#semantics);
      const [value] = element.value.namedChildren;
      return key !== null && value ? [{ key, value, ...source }] : [];
    });
  }
}

function pathOf(callee: Callee): string | null {
  if (callee.kind === "unknown") return null;
  return callee.kind === "function" ? callee.importPath : callee.receiver.importPath;
}

/** Returns the number of arguments before the pairs: contexts, levels, messages, errors. */
function firstPair(name: string, path: string | null): number {
  if (name.startsWith("With")) return 0;
  if (name === "Group") return 1;
  if (name === "Log") return 3;
  if (name.endsWith("Context")) return 2;
  // Loggers with a parameter for the error.
  return name === "Error" && path !== null && /logr$|\/logging$/u.test(path) ? 2 : 1;
}
