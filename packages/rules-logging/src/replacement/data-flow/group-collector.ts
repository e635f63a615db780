import {
  argumentsOf,
  usesOf,
  type DeclaredSymbol,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { parseLogCall } from "../parse/log-call.ts";
import { parseLoggerChain } from "../parse/logger-chain.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { canBeFollowed } from "../text.ts";
import type { FileFunctions } from "./file-functions.ts";
import type { GroupCall, LoggerDefinition, LoggerGroup } from "./logger-group.ts";
import { isLoggerType } from "./logger-types.ts";
import { loggerUseOf, type LoggerUse } from "./logger-use.ts";
import { isFunction, parameterNames } from "./parameters.ts";
import { mayRepeatKeys } from "./repeated-keys.ts";

/** Follows loggers from one variable to all that it defines, or is defined by. */
export class GroupCollector {
  readonly members = new Set<DeclaredSymbol>();
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;
  readonly #functions: FileFunctions;
  readonly #definitions = new Map<number, LoggerDefinition>();
  readonly #types = new Set<GoNode>();
  readonly #calls: GroupCall[] = [];

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode, functions: FileFunctions) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
    this.#functions = functions;
  }

  /** Returns the group of a variable or parameter, or a refusal if a logger escapes from it. */
  collect(first: DeclaredSymbol): LoggerGroup | Refusal {
    this.members.add(first);
    // The loop reaches the members that it adds.
    for (const member of this.members) {
      const refusal = this.#readDeclaration(member) ?? this.#readUses(member);
      if (refusal) return refusal;
    }
    const definitions = [...this.#definitions.values()];
    const calls = this.#calls;
    const nodes = [...definitions, ...calls.map(({ call }) => call)].map(({ node }) => node);
    if (doOverlap(nodes)) return refuse({ code: "nested-calls" });
    const flow = { definitions, calls };
    const hasRepeatedKeys = mayRepeatKeys(flow, this.#semantics);
    return { ...flow, types: [...this.#types], hasRepeatedKeys };
  }

  #readDeclaration(member: DeclaredSymbol): Refusal | null {
    const { declaration, name, kind } = member;
    const outside = member.packageLevel ? this.#functions.usedOutside(name) : null;
    if (outside) return outside;
    switch (declaration.kind) {
      case "short_var_declaration":
        return this.#defineBy(member, declaration.left.namedChildren, declaration.right);
      case "var_spec": {
        const { name: names, type, value } = declaration;
        const refusal = type ? this.#readType(type, names) : null;
        return refusal ?? (value ? this.#defineBy(member, names, value) : null);
      }
      case "parameter_declaration":
        if (kind !== "parameter") return refuse({ code: "holder-kind", name: kind });
        return (
          this.#readType(declaration.type, declaration.name) ??
          this.#defineByArguments(member, declaration)
        );
      default:
        return refuse({ code: "declared-with-others" });
    }
  }

  /** Adds the names that share a written type: they change it together. */
  #readType(type: GoNode, names: readonly GoNode[]): Refusal | null {
    if (!isLoggerType(type, this.#semantics)) {
      return refuse({ code: "holder-type", name: type.text });
    }
    this.#types.add(type);
    for (const name of names) this.#addMember(name);
    return null;
  }

  #defineBy(member: DeclaredSymbol, names: readonly GoNode[], values: GoNode): Refusal | null {
    const value = values.namedChildren[names.indexOf(member.node)];
    return value && names.length === values.namedChildren.length
      ? this.#addDefinition(value, member)
      : refuse({ code: "declared-with-others" });
  }

  /** Adds the arguments for a parameter, wherever its function is called. */
  #defineByArguments(member: DeclaredSymbol, declaration: GoNode): Refusal | null {
    const list = declaration.parent;
    const called = list?.parent;
    if (!list || !called || !isFunction(called) || called.parameters !== list) {
      return refuse({ code: "parameter-of-type" });
    }
    const calls = this.#functions.callsOf(called);
    if (isRefusal(calls)) return refuse({ code: "parameter", cause: calls });
    const index = parameterNames(list).indexOf(member.node);
    for (const call of calls) {
      const argument = argumentsOf(call)[index];
      if (!argument) {
        return refuse({ code: "parameter", cause: refuse({ code: "arguments-of-call" }) });
      }
      const refusal = this.#addDefinition(argument, member);
      if (refusal) return refusal;
    }
    return null;
  }

  #readUses(member: DeclaredSymbol): Refusal | null {
    for (const identifier of usesOf(member, this.#semantics, this.#sourceCode)) {
      const refusal = this.#readUse(loggerUseOf(identifier, this.#semantics), member);
      if (refusal) return refusal;
    }
    return null;
  }

  #readUse(use: LoggerUse, member: DeclaredSymbol): Refusal | null {
    switch (use.kind) {
      case "call": {
        const call = parseLogCall(use.call, this.#semantics);
        if (isRefusal(call)) return refuse({ code: "use", name: member.name, cause: call });
        this.#calls.push({ call, of: member });
        return null;
      }
      case "reassignment":
        return this.#addDefinition(use.value, member);
      case "assignment": {
        const to = this.#addMember(use.variable);
        return to
          ? this.#addDefinition(use.value, to)
          : refuse({ code: "assigned-elsewhere", name: member.name });
      }
      case "argument": {
        const to = this.#addParameter(use.call, use.index, member.name);
        return isRefusal(to) ? to : this.#addDefinition(use.value, to);
      }
      case "escape":
        return use.refusal;
    }
  }

  /** Adds the parameter that an argument becomes. */
  #addParameter(
    call: CallExpressionNode,
    index: number,
    name: string,
  ): DeclaredSymbol | Refusal {
    const called = this.#functions.calledBy(call);
    if (!called) {
      const callee = this.#functions.describeCallee(call);
      return refuse({ code: "argument", name, callee });
    }
    const parameter = parameterNames(called.parameters)[index];
    const to = parameter ? this.#addMember(parameter) : null;
    if (to) return to;
    const callee = `'${call.function.text.replace(/\s+/gu, "")}', as one of several`;
    return refuse({ code: "argument", name, callee });
  }

  #addDefinition(node: GoNode, to: DeclaredSymbol): Refusal | null {
    if (this.#definitions.has(node.range[0])) return null;
    const chain = parseLoggerChain(node, this.#semantics);
    if (isRefusal(chain)) return chain;
    if (chain.context) return refuse({ code: "context-kept" });
    if (chain.maps.length > 0 && !canBeFollowed(node, to, this.#sourceCode.text)) {
      return refuse({ code: "map-within-statement" });
    }
    const start = chain.start.kind === "variable" ? chain.start.name : null;
    const from = start && this.#addMember(start);
    if (start && !from) return refuse({ code: "holder-origin", name: start.text });
    this.#definitions.set(node.range[0], { node, chain, from, to });
    return null;
  }

  /** Adds the symbol that an identifier means; returns null if this file does not declare it. */
  #addMember(identifier: GoNode): DeclaredSymbol | null {
    const symbol = this.#semantics.resolve(identifier);
    if (symbol === null || symbol.isUniverse) return null;
    this.members.add(symbol);
    return symbol;
  }
}

/** Returns true if one of some nodes stands in another: their edits would overlap. */
function doOverlap(nodes: readonly GoNode[]): boolean {
  const ranges = nodes.map(({ range }) => range).toSorted((a, b) => a[0] - b[0]);
  return ranges.some(([, end], index) => (ranges[index + 1]?.[0] ?? Infinity) < end);
}
