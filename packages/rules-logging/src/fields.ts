import {
  calleeOf,
  initializerOf,
  matchesName,
  withoutPointer,
  type Callee,
  type CallExpressionNode,
  type CompositeLiteralNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { loggerOfPackage } from "./loggers.ts";
import { constantString } from "./strings.ts";

/** A key and a value that a structured log record gets. */
export interface LogField {
  readonly key: string;
  readonly value: GoNode;
  /** The package of the logger, if it is known. */
  readonly logger: string | null;
  /** Why it is not known that this is a logger's, if it is not. */
  readonly undecided: string | null;
}

type Source = Pick<LogField, "logger" | "undecided">;

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

/** Names that few other things than loggers have. */
const LOGGERS_ONLY = /^(?:WithFields?|Str|(?:Trace|Debug|Info|Warn|Error)(?:Context|w)?)$/u;

/** Finds the fields of log records. */
export class FieldReader {
  readonly #semantics: SemanticModel;
  readonly #types: readonly string[];
  readonly #literals = new Set<GoNode>();

  /** @param types Patterns of the types whose methods take pairs of a key and a value. */
  constructor(semantics: SemanticModel, types: readonly string[]) {
    this.#semantics = semantics;
    this.#types = types;
  }

  /** The fields of a map literal of logrus' type, wherever it stands. */
  ofLiteral(literal: CompositeLiteralNode): LogField[] {
    const { type } = literal;
    if (type.kind !== "qualified_type" || type.name.text !== "Fields") return [];
    const path = this.#semantics.importOf(type.package)?.path ?? "";
    return loggerOfPackage(path, ["logrus"])
      ? this.#elements(literal, { logger: path, undecided: null })
      : [];
  }

  /** The fields that a call gives to a record. */
  ofCall(call: CallExpressionNode): LogField[] {
    const name =
      call.function.kind === "selector_expression"
        ? call.function.field.text
        : call.function.text;
    if (!FIELD_CALL.test(name)) return [];
    const values = call.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
    if (values.length === 0) return [];
    const callee = calleeOf(call, this.#semantics);
    const path = pathOf(callee);
    if (path === null && !LOGGERS_ONLY.test(name)) return [];
    const undecided = callee.kind === "unknown" ? callee.reason : null;
    const source = { logger: path, undecided };
    if (name === "WithFields") {
      return undecided !== null || loggerOfPackage(path ?? "", ["logrus"])
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
      this.#types.some((type) =>
        matchesName(type, callee.receiver, this.#semantics.packageName),
      )
    );
  }

  /** Keys and their values; what is an attribute already stands alone. */
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
    // What makes an attribute is judged as a call of its own.
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

/** How many arguments stand before the pairs: contexts, levels, messages, errors. */
function firstPair(name: string, path: string | null): number {
  if (name.startsWith("With")) return 0;
  if (name === "Group") return 1;
  if (name === "Log") return 3;
  if (name.endsWith("Context")) return 2;
  // Beside slog's, those that tell an error from its context have a place for it.
  return name === "Error" && path !== null && /logr$|\/logging$/u.test(path) ? 2 : 1;
}
