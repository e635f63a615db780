import {
  usesOf,
  type DeclaredSymbol,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { argumentsOf } from "./arguments.ts";
import { readChain, type Chain } from "./chain.ts";
import { canBeFollowed } from "./indent.ts";
import { hasKeyTwice } from "./group-keys.ts";
import { readLevelCall, type LevelCall } from "./level-call.ts";
import { loggerUse, type LoggerUse } from "./logger-use.ts";
import { isLoggerType } from "./logger-types.ts";
import { isFunction, parameterNames } from "./parameters.ts";
import { PrivateFunctions } from "./private-functions.ts";

/** An expression that gives a logger to a variable or parameter. */
export interface Maker {
  readonly node: GoNode;
  readonly chain: Chain;
  /** The variable at the start of the expression, or null. */
  readonly from: DeclaredSymbol | null;
  readonly to: DeclaredSymbol;
}

/** A call, and the variable or parameter whose logger it is of. */
export interface GroupCall {
  readonly call: LevelCall;
  readonly of: DeclaredSymbol;
}

/**
 * Variables and parameters of one file that hand loggers on to one another, and all that
 * is done with these: they can change their type together, and no other way.
 */
export interface LoggerGroup {
  readonly makers: readonly Maker[];
  /** The types of their declarations, where they are written. */
  readonly types: readonly GoNode[];
  readonly calls: readonly GroupCall[];
  /** True if a record may get a key a second time. */
  readonly keyTwice: boolean;
}

/** Finds the groups of a file, each once. */
export class LoggerGroups {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;
  readonly #functions: PrivateFunctions;
  readonly #groups = new Map<DeclaredSymbol, LoggerGroup | string>();

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
    this.#functions = new PrivateFunctions(semantics, sourceCode);
  }

  /** The group of a variable or parameter, or where its loggers go or come from instead. */
  of(identifier: GoNode): LoggerGroup | string {
    const symbol = this.#semantics.resolve(identifier);
    if (symbol === null || symbol.isUniverse) return "its logger is declared elsewhere";
    const known = this.#groups.get(symbol);
    if (known !== undefined) return known;
    const reader = new GroupReader(this.#semantics, this.#sourceCode, this.#functions);
    const group = reader.read(symbol);
    // A reason may be one part's own: the other parts find theirs.
    const members = typeof group === "string" ? [symbol] : reader.members;
    for (const member of members) this.#groups.set(member, group);
    return group;
  }
}

class GroupReader {
  readonly members = new Set<DeclaredSymbol>();
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;
  readonly #functions: PrivateFunctions;
  readonly #makers = new Map<number, Maker>();
  readonly #types = new Set<GoNode>();
  readonly #calls: GroupCall[] = [];

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode, functions: PrivateFunctions) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
    this.#functions = functions;
  }

  read(first: DeclaredSymbol): LoggerGroup | string {
    this.members.add(first);
    // Those that are found on the way are members as well.
    for (const member of this.members) {
      const reason = this.#readDeclaration(member) ?? this.#readUses(member);
      if (reason !== null) return reason;
    }
    const makers = [...this.#makers.values()];
    const flow = { makers, calls: this.#calls };
    const keyTwice = hasKeyTwice(flow, this.#semantics);
    const nodes = [
      ...makers.map(({ node }) => node),
      ...this.#calls.map(({ call }) => call.node),
    ];
    return standInOneAnother(nodes)
      ? "its calls stand in one another"
      : { ...flow, types: [...this.#types], keyTwice };
  }

  #readDeclaration(member: DeclaredSymbol): string | null {
    const { declaration, node, name } = member;
    if (member.packageLevel) {
      const outside = this.#functions.usedOutside(name);
      if (outside !== null) return outside;
    }
    switch (declaration.kind) {
      case "short_var_declaration":
        return this.#readValues(member, declaration.left.namedChildren, declaration.right);
      case "var_spec":
        if (declaration.type) {
          const reason = this.#readType(declaration.type, declaration.name);
          if (reason !== null) return reason;
        }
        return declaration.value
          ? this.#readValues(member, declaration.name, declaration.value)
          : null;
      case "parameter_declaration": {
        if (member.kind !== "parameter") return `its logger is a ${member.kind}`;
        return (
          this.#readType(declaration.type, declaration.name) ??
          this.#readArguments(member, declaration, node)
        );
      }
      default:
        return "its logger is declared with others";
    }
  }

  /** The names that share a written type change it together. */
  #readType(type: GoNode, names: readonly GoNode[]): string | null {
    if (!isLoggerType(type, this.#semantics)) return `its logger is of type '${type.text}'`;
    this.#types.add(type);
    for (const name of names) this.#join(name);
    return null;
  }

  #readValues(member: DeclaredSymbol, names: readonly GoNode[], values: GoNode): string | null {
    const value = values.namedChildren[names.indexOf(member.node)];
    return value && names.length === values.namedChildren.length
      ? this.#addMaker(value, member)
      : "its logger is declared with others";
  }

  /** What a parameter is given, wherever its function is called. */
  #readArguments(member: DeclaredSymbol, declaration: GoNode, node: GoNode): string | null {
    const list = declaration.parent;
    const called = list?.parent;
    if (!list || !called || !isFunction(called) || called.parameters !== list) {
      return "its logger is a parameter of a type";
    }
    const calls = this.#functions.callsOf(called);
    if (typeof calls === "string") return `its logger is a parameter: ${calls}`;
    const index = parameterNames(list).indexOf(node);
    for (const call of calls) {
      const value = argumentsOf(call)[index];
      if (!value) return "its logger is a parameter: the arguments come from another call";
      const reason = this.#addMaker(value, member);
      if (reason !== null) return reason;
    }
    return null;
  }

  #readUses(member: DeclaredSymbol): string | null {
    for (const identifier of usesOf(member, this.#semantics, this.#sourceCode)) {
      const reason = this.#readUse(loggerUse(identifier, this.#semantics), member);
      if (reason !== null) return reason;
    }
    return null;
  }

  #readUse(use: LoggerUse, member: DeclaredSymbol): string | null {
    switch (use.kind) {
      case "call": {
        const call = readLevelCall(use.call, this.#semantics);
        if (typeof call === "string") return `a use of '${member.name}': ${call}`;
        this.#calls.push({ call, of: member });
        return null;
      }
      case "set":
        return this.#addMaker(use.value, member);
      case "given": {
        const to = this.#join(use.variable);
        return to
          ? this.#addMaker(use.value, to)
          : `'${member.name}' is given to another variable`;
      }
      case "passed": {
        const to = this.#parameterOf(use.call, use.index);
        return typeof to === "string"
          ? `'${member.name}' is passed to ${to}`
          : this.#addMaker(use.value, to);
      }
      default:
        return use.where;
    }
  }

  /** The parameter that an argument becomes, or where the call leads. */
  #parameterOf(call: CallExpressionNode, index: number): DeclaredSymbol | string {
    const called = this.#functions.calledBy(call);
    if (typeof called === "string") return called;
    const name = parameterNames(called.parameters)[index];
    const to = name ? this.#join(name) : null;
    return to ?? `'${call.function.text.replace(/\s+/gu, "")}', as one of several`;
  }

  #addMaker(node: GoNode, to: DeclaredSymbol): string | null {
    if (this.#makers.has(node.range[0])) return null;
    const chain = readChain(node, this.#semantics);
    if (typeof chain === "string") return chain;
    if (chain.context) return "it keeps a context";
    if (chain.maps.length > 0 && !canBeFollowed(node, to, this.#sourceCode.text)) {
      return "its fields are a map, in the midst of a statement";
    }
    const from = chain.variable && this.#join(chain.variable);
    if (chain.variable && !from) return `its logger comes from '${chain.variable.text}'`;
    this.#makers.set(node.range[0], { node, chain, from, to });
    return null;
  }

  /** Makes what an identifier means a member; null if this file does not declare it. */
  #join(identifier: GoNode): DeclaredSymbol | null {
    const symbol = this.#semantics.resolve(identifier);
    if (symbol === null || symbol.isUniverse) return null;
    this.members.add(symbol);
    return symbol;
  }
}

/** True if the edits of two of these would overlap. */
function standInOneAnother(nodes: readonly GoNode[]): boolean {
  const ranges = nodes.map(({ range }) => range).toSorted((a, b) => a[0] - b[0]);
  return ranges.some(([, end], index) => (ranges[index + 1]?.[0] ?? Infinity) < end);
}
