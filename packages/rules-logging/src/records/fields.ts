import {
  argumentsOf,
  calledName,
  calleeOf,
  childrenOf,
  initializerOf,
  NamePatterns,
  signatureOf,
  usesOf,
  withoutPointer,
  type AssignmentStatementNode,
  type Callee,
  type CallExpressionNode,
  type CompositeLiteralNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { constantString } from "./constant-string.ts";
import { mayBeAny } from "./empty-interface.ts";
import {
  FIELD_CALL,
  firstPair,
  isLogrus,
  KEY_AND_VALUE,
  LOGGERS_ONLY,
  MAPS,
  PAIRS,
  ZEROLOG,
} from "./field-calls.ts";
import { PAIR_LOGGERS, pairCallOf } from "./pair-loggers.ts";
import { SliceElements } from "./slice-elements.ts";

/** A key and a value of a structured log record. */
export interface LogField {
  readonly key: string;
  readonly value: GoNode;
  /** The package of the logger, or null if it is not known. */
  readonly logger: string | null;
  /** The reason why it is not known if a logger takes the field; null if it is. */
  readonly unknownReason: string | null;
}

type Source = Pick<LogField, "logger" | "unknownReason">;

/** The functions and types of a team that take fields, as name patterns. */
export interface TeamLoggers {
  readonly types: readonly string[];
  readonly functions: readonly string[];
}

/** Finds the fields of log records. */
export class FieldReader {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #types: NamePatterns;
  readonly #functions: NamePatterns;
  readonly #packages: NamePatterns;
  readonly #hasTeam: boolean;
  readonly #slices: SliceElements;
  readonly #seen = new Set<GoNode>();

  constructor(
    sourceCode: GoSourceCode,
    semantics: SemanticModel,
    { types, functions }: TeamLoggers = { types: [], functions: [] },
  ) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#types = new NamePatterns(types, semantics);
    this.#functions = new NamePatterns(functions, semantics);
    const packages = types.map((pattern) => pattern.slice(0, pattern.lastIndexOf(".") + 1));
    this.#packages = new NamePatterns(packages, semantics);
    this.#hasTeam = types.length + functions.length > 0;
    this.#slices = new SliceElements(sourceCode, semantics);
  }

  /** Returns the fields of a literal of `logrus.Fields` or `slog.Attr`, wherever it stands. */
  ofLiteral(literal: CompositeLiteralNode): LogField[] {
    const { type } = literal;
    if (type.kind !== "qualified_type") return [];
    const path = this.#semantics.importOf(type.package)?.path ?? "";
    const source = { logger: path, unknownReason: null };
    if (type.name.text === "Attr" && path === "log/slog") {
      return this.#attribute(literal, source);
    }
    return type.name.text === "Fields" && isLogrus(path) ? this.#elements(literal, source) : [];
  }

  /** Returns the field that `fields["key"] = value` adds to `logrus.Fields`. */
  ofAssignment({ left, right }: AssignmentStatementNode): LogField[] {
    const targets = childrenOf(left);
    const values = childrenOf(right);
    if (targets.length !== values.length) return [];
    return targets.flatMap((target, index) => {
      if (target.kind !== "index_expression") return [];
      const type = withoutPointer(this.#semantics.typeOf(target.operand));
      return type.kind === "named" && type.name === "Fields" && isLogrus(type.importPath)
        ? this.#field(target.index, values[index], {
            logger: type.importPath,
            unknownReason: null,
          })
        : [];
    });
  }

  /** Returns the fields that a call adds to a record. */
  ofCall(call: CallExpressionNode): LogField[] {
    const name = calledName(call);
    const values = argumentsOf(call);
    if (values.length === 0) return [];
    if (!FIELD_CALL.test(name)) return this.#ofTeam(call, values);
    const callee = calleeOf(call, this.#semantics);
    const path = pathOf(callee);
    if (path === null && !LOGGERS_ONLY.test(name)) return [];
    const source = {
      logger: path,
      unknownReason: callee.kind === "unknown" ? callee.reason : null,
    };
    if (MAPS.test(name)) {
      const isKnown = isLogrus(path ?? "") || path === ZEROLOG || this.#isTeams(callee);
      return callee.kind === "unknown" || isKnown ? this.#ofMap(values[0], source) : [];
    }
    const isField =
      path === null
        ? name === "WithField" || name === "Str"
        : KEY_AND_VALUE.some(([of, names]) => of === path && names.test(name)) ||
          (name === "WithField" && this.#isTeams(callee));
    if (isField) return this.#pairs(values.slice(0, 2), source);
    if (path === null) {
      return values.length < 3 ? [] : this.#pairs(values.slice(firstPair(name, path)), source);
    }
    const known = pairCallOf(call, this.#semantics, PAIR_LOGGERS.default);
    if (known) return this.#rest(values.slice(Math.max(known.pairs, 0)), source);
    return this.#ofTeam(call, values);
  }

  /** Returns the pairs in a call of one of the team's functions or methods. */
  #ofTeam(call: CallExpressionNode, values: readonly GoNode[]): LogField[] {
    if (!this.#hasTeam) return [];
    const callee = calleeOf(call, this.#semantics);
    if (!this.#isTeams(callee)) return [];
    const path = pathOf(callee);
    const parameters = signatureOf(call, this.#semantics);
    const last = parameters?.parameters?.at(-1);
    const isKnown = parameters?.parameters !== undefined;
    if (callee.kind === "method" && !isKnown && !PAIRS.test(callee.name)) return [];
    const takesPairs =
      !isKnown ||
      (parameters.variadic &&
        last?.kind === "slice" &&
        mayBeAny(last.element, this.#semantics));
    if (!takesPairs || /(?:f|ln)$/u.test(callee.name)) return [];
    const first = isKnown
      ? (parameters.parameters?.length ?? 1) - 1
      : firstPair(callee.name, path);
    return this.#rest(values.slice(first), { logger: path, unknownReason: null });
  }

  #isTeams(callee: Callee): boolean {
    switch (callee.kind) {
      case "method":
        return this.#types.matches(callee.receiver);
      case "function":
        return this.#functions.matches(callee) || this.#isOfTypesPackage(callee);
      default:
        return false;
    }
  }

  /** Returns true for a function of the package of one of the types, named as loggers are. */
  #isOfTypesPackage(callee: Extract<Callee, { kind: "function" }>): boolean {
    return PAIRS.test(callee.name) && this.#packages.matches({ ...callee, name: "" });
  }

  /** Returns the pairs that are arguments, or elements of a slice that is passed on. */
  #rest(values: readonly GoNode[], source: Source): LogField[] {
    const [first] = values;
    if (first?.kind !== "variadic_argument") return this.#pairs(values, source);
    const [slice] = childrenOf(first);
    const parts = slice ? this.#slices.partsOf(slice) : [];
    return parts.flatMap((part) => this.#pairs(part, source));
  }

  /** Returns keys with their values; an attribute has no value after it. */
  #pairs(values: readonly GoNode[], source: Source): LogField[] {
    const fields: LogField[] = [];
    for (let index = 0; index < values.length - 1; index += 1) {
      const [first, value] = values.slice(index, index + 2);
      const found = first ? this.#field(first, value, source) : [];
      fields.push(...found);
      const isKey = first && constantString(first, this.#semantics) !== null;
      if (isKey || !first || !this.#isAttribute(first)) index += 1;
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

  /** Returns the fields of a map or of a slice of pairs, and of a variable of one. */
  #ofMap(value: GoNode | undefined, source: Source): LogField[] {
    if (!value) return [];
    if (value.kind === "identifier") {
      const initializer = initializerOf(value, this.#semantics);
      const own = initializer && initializer !== value ? this.#ofMap(initializer, source) : [];
      return [...own, ...this.#assignedTo(value, source)];
    }
    if (value.kind !== "composite_literal") return [];
    return value.type.kind === "slice_type"
      ? this.#rest(this.#slices.of(value) ?? [], source)
      : this.#elements(value, source);
  }

  /** Returns the fields that `variable["key"] = value` adds. */
  #assignedTo(variable: GoNode, source: Source): LogField[] {
    const symbol = this.#semantics.resolve(variable);
    if (!symbol || symbol.isUniverse) return [];
    return usesOf(symbol, this.#semantics, this.#sourceCode).flatMap(({ parent }) => {
      const statement = parent?.parent?.parent;
      if (parent?.kind !== "index_expression" || statement?.kind !== "assignment_statement") {
        return [];
      }
      const targets = childrenOf(statement.left);
      const values = childrenOf(statement.right);
      const index = targets.indexOf(parent);
      return targets.length === values.length && index !== -1
        ? this.#field(parent.index, values[index], source)
        : [];
    });
  }

  #elements(literal: CompositeLiteralNode, source: Source): LogField[] {
    return childrenOf(literal.body).flatMap((element) =>
      element.kind === "keyed_element"
        ? this.#field(element.key, childrenOf(element.value)[0], source)
        : [],
    );
  }

  /** Returns the field that `slog.Attr{Key: key, Value: value}` is. */
  #attribute({ body }: CompositeLiteralNode, source: Source): LogField[] {
    const elements = childrenOf(body);
    const part = (name: string, index: number): GoNode | undefined => {
      const keyed = elements.find(
        (element) => element.kind === "keyed_element" && element.key.text === name,
      );
      const element = keyed?.kind === "keyed_element" ? keyed.value : elements[index];
      return element?.kind === "literal_element" ? childrenOf(element)[0] : undefined;
    };
    const key = part("Key", 0);
    return key ? this.#field(key, part("Value", 1), source) : [];
  }

  /** Returns the field of a constant key, once for each value. */
  #field(keyNode: GoNode, value: GoNode | undefined, source: Source): LogField[] {
    const key = constantString(keyNode, this.#semantics);
    if (key === null || !value || this.#seen.has(value)) return [];
    this.#seen.add(value);
    return [{ key, value, ...source }];
  }
}

function pathOf(callee: Callee): string | null {
  if (callee.kind === "unknown") return null;
  return callee.kind === "function" ? callee.importPath : callee.receiver.importPath;
}
