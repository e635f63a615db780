import {
  isAssignmentTarget,
  argumentsOf,
  calleeOf,
  childrenOf,
  controlFlowGraphOf,
  enclosingFunction,
  usesOf,
  type Branch,
  type CallExpressionNode,
  type Callee,
  type DeclaredSymbol,
  type FuncLiteralNode,
  type FunctionNode,
  type GoNode,
} from "@gopherwood/core";
import { guardsOf, mayBeError, nonNilErrorOf } from "./error-guards.ts";
import type { JobFile } from "./jobs.ts";

/**
 * A use of a started job: one that ends it, ends it if the function fails, returns it, or lets
 * it escape from the analysis.
 */
export type JobUse = "ends" | "ends on error" | "returns" | "escapes";

/** Calls that write a record, whatever they log. */
const LOGS = /^(?:Trace|Debug|Info|Notice|Print|Warn|Error|Fatal|Panic|With|Log|EndOperation)/u;

/** Finds the nodes of a function that end one job, return it or let it escape. */
export class JobUses {
  readonly #file: JobFile;
  /** The job's variable, and those that are defined as it. */
  readonly #symbols: ReadonlySet<DeclaredSymbol>;
  readonly #closures = new Map<GoNode, JobUse | null>();

  /** @param job The identifier that the job's id is assigned to. */
  constructor(file: JobFile, job: GoNode) {
    this.#file = file;
    this.#symbols = new Set(this.#aliasesOf(job));
  }

  /** Returns the effect of a node on the job, or null if it has none. */
  of(node: GoNode): JobUse | null {
    switch (node.kind) {
      case "call_expression":
        return this.#ofCall(node);
      case "func_literal":
        return this.#ofClosure(node);
      case "return_statement":
        return this.#ofReturn(node);
      case "send_statement":
        return this.#mentionsJob(node) ? "escapes" : null;
      case "assignment_statement":
        if (isStore(node.left) && this.#mentionsJob(node.right)) return "escapes";
        return this.#isStoredBy(node.right) ? "escapes" : null;
      case "short_var_declaration":
        return this.#isStoredBy(node.right) ? "escapes" : null;
      case "var_spec":
        return node.value && this.#isStoredBy(node.value) ? "escapes" : null;
      default:
        return null;
    }
  }

  #ofCall(call: CallExpressionNode): JobUse | null {
    const values = argumentsOf(call);
    const { jobs, semantics } = this.#file;
    const callee = calleeOf(call, semantics);
    if (!values.some((value) => this.#isJob(value))) {
      const isStored = values.some((value) => this.#isStored(value));
      return isStored && !LOGS.test(callee.name) ? "escapes" : null;
    }
    if (jobs.isCall(call, "EndJob")) return "ends";
    if (callee.kind === "unknown") return LOGS.test(callee.name) ? null : "escapes";
    if (callee.kind === "method" && jobs.isTracker(callee)) {
      return /^(?:RunStep|Logger|StartJob)$/u.test(callee.name) ? null : "escapes";
    }
    const { importPath } = callee.kind === "method" ? callee.receiver : callee;
    if (importPath !== semantics.importPath) {
      return isStandardLibrary(importPath) || LOGS.test(callee.name) ? null : "escapes";
    }
    const declaration = this.#declarationOf(callee);
    if (!declaration) return "escapes";
    return jobs.callsIn(declaration, "EndJob").length > 0 ? "ends" : null;
  }

  #ofReturn(node: GoNode): JobUse | null {
    const [list] = childrenOf(node);
    if (!list) return this.#isNamedResultOf(node) ? "returns" : null;
    const values = childrenOf(list);
    if (values.some((value) => this.#isJob(value))) return "returns";
    return values.some((value) => this.#isStored(value)) ? "escapes" : null;
  }

  /** Returns true for a bare return of the function that has the job as a named result. */
  #isNamedResultOf(node: GoNode): boolean {
    const around = enclosingFunction(node);
    return [...this.#symbols].some(
      (symbol) => symbol.kind === "result" && enclosingFunction(symbol.node) === around,
    );
  }

  /** Returns the effect of a closure on the job: a closure is made to be called or deferred. */
  #ofClosure(closure: FuncLiteralNode): JobUse | null {
    let use = this.#closures.get(closure);
    if (use === undefined) this.#closures.set(closure, (use = this.#judgeClosure(closure)));
    return use;
  }

  #judgeClosure(closure: FuncLiteralNode): JobUse | null {
    const { jobs, semantics } = this.#file;
    const ends = jobs
      .callsIn(closure, "EndJob")
      .filter((call) => this.#mentionsJob(call.arguments));
    const [first] = ends;
    if (!first) return null;
    const exits = controlFlowGraphOf(closure, semantics).exitsAvoiding(null, {
      passes: (node) => enclosingFunction(node) === closure && this.of(node) === "ends",
    });
    if (exits.length === 0) return "ends";
    const guards = ends.flatMap((call) => guardsOf(call, closure));
    if (guards.every((guard) => this.#isCheckedError(guard))) return "ends";
    if (guards.some((guard) => nonNilErrorOf(guard, semantics, mayBeError) !== null))
      return "ends on error";
    // Any other condition may be the other side of a path that ends the job itself.
    return guards.every((guard) => this.#isParameterOnly(guard)) ? null : "escapes";
  }

  /** Returns true for `err == nil` of an error that nothing assigns after its definition. */
  #isCheckedError({ condition, outcome }: Branch): boolean {
    const { sourceCode, semantics } = this.#file;
    const error = nonNilErrorOf({ condition, outcome: !outcome }, semantics, mayBeError);
    const symbol = error && semantics.resolve(error);
    if (!symbol || symbol.isUniverse || symbol.kind !== "variable") return false;
    return !usesOf(symbol, semantics, sourceCode).some(mayAssign);
  }

  /** Returns true for a condition of parameters, which say nothing of the paths so far. */
  #isParameterOnly({ condition }: Branch): boolean {
    const { sourceCode, semantics } = this.#file;
    const { tree } = sourceCode;
    // A field may be set on a path.
    if (tree.nodesOfKind(["selector_expression"], condition).length > 0) return false;
    return tree.nodesOfKind(["identifier"], condition).every((node) => {
      const symbol = semantics.resolve(node);
      return (
        symbol !== null &&
        !symbol.isUniverse &&
        symbol.kind === "parameter" &&
        !usesOf(symbol, semantics, sourceCode).some(mayAssign)
      );
    });
  }

  /** Returns the symbols of the job and of variables that are defined as it: `id := job`. */
  #aliasesOf(job: GoNode): DeclaredSymbol[] {
    const { sourceCode, semantics } = this.#file;
    const symbol = semantics.resolve(job);
    if (symbol === null || symbol.isUniverse) return [];
    const aliases = usesOf(symbol, semantics, sourceCode).flatMap((use) => {
      const list = use.parent;
      if (list?.kind !== "expression_list") return [];
      const name = namesDefinedBy(list)[childrenOf(list).indexOf(use)];
      const alias = name ? semantics.resolve(name) : null;
      return alias && !alias.isUniverse ? [alias] : [];
    });
    return [symbol, ...aliases];
  }

  #isJob(node: GoNode): boolean {
    if (node.kind !== "identifier") return false;
    if (![...this.#symbols].some(({ name }) => name === node.text)) return false;
    const symbol = this.#file.semantics.resolve(node);
    return symbol !== null && !symbol.isUniverse && this.#symbols.has(symbol);
  }

  #mentionsJob(node: GoNode): boolean {
    return this.#file.sourceCode.tree
      .nodesOfKind(["identifier"], node)
      .some((identifier) => this.#isJob(identifier));
  }

  /** Returns true for a literal with the job in it, and for the job's address. */
  #isStored(value: GoNode): boolean {
    const isAddress = value.kind === "unary_expression" && value.operator.text === "&";
    return (value.kind === "composite_literal" || isAddress) && this.#mentionsJob(value);
  }

  #isStoredBy(values: GoNode): boolean {
    return childrenOf(values).some((value) => this.#isStored(value));
  }

  /** Returns the function or method of this file that is called. */
  #declarationOf(callee: Callee): FunctionNode | undefined {
    const { tree } = this.#file.sourceCode;
    const { name } = callee;
    if (callee.kind === "function") {
      return tree.nodesOfKind(["function_declaration"]).find((node) => node.name.text === name);
    }
    const type = callee.kind === "method" ? callee.receiver.name : "";
    return tree
      .nodesOfKind(["method_declaration"])
      .find((node) => node.name.text === name && wordsOf(node.receiver.text).includes(type));
  }
}

/** Returns the names that a declaration defines as the values of a list; none for other lists. */
function namesDefinedBy(list: GoNode): readonly GoNode[] {
  const declaration = list.parent;
  if (declaration?.kind === "var_spec") return declaration.name;
  return declaration?.kind === "short_var_declaration" && declaration.right === list
    ? childrenOf(declaration.left)
    : [];
}

/** Returns true for fields and elements: a job that is stored there may be ended elsewhere. */
function isStore(targets: GoNode): boolean {
  return targets.namedChildren.some(({ kind }) =>
    /^(?:selector|index)_expression$/u.test(kind),
  );
}

/** Returns true for a use that assigns a variable, or takes its address. */
export function mayAssign(use: GoNode): boolean {
  const { parent } = use;
  return parent?.kind === "unary_expression"
    ? parent.operator.text === "&"
    : isAssignmentTarget(use);
}

function wordsOf(text: string): string[] {
  return text.split(/\W+/u);
}

/** Returns true for a path without a dot in its first element. */
function isStandardLibrary(importPath: string): boolean {
  return /^[^./]+(?:\/|$)/u.test(importPath);
}
