import {
  calledName,
  calleeOf,
  controlFlowGraphOf,
  matchesName,
  type Callee,
  type CallExpressionNode,
  type FuncLiteralNode,
  type FunctionDeclarationNode,
  type GoNode,
  type GoSourceCode,
  type MethodDeclarationNode,
  type SemanticModel,
} from "@gopherwood/core";

/** A function or method that the file declares. */
export type Declaration = FunctionDeclarationNode | MethodDeclarationNode;

type Body = Declaration | FuncLiteralNode;

/** On which paths through a node a job is recorded. */
export type Coverage = "all" | "some" | "none";

/** A call, and the functions of the file that it calls. */
interface ResolvedCall {
  readonly node: CallExpressionNode;
  readonly callee: Callee;
  readonly isRecord: boolean;
  /** The one function that is called, if the file declares it. */
  readonly target: Declaration | null;
  /** Functions of the name, one of which may be called: through an interface, for example. */
  readonly candidates: readonly Declaration[];
}

/** Finds the calls of a file that record a job, themselves or by functions of the file. */
export class JobRecords {
  readonly #semantics: SemanticModel;
  readonly #records: readonly string[];
  readonly #declarations = new Map<string, Declaration>();
  readonly #named = new Map<string, Declaration[]>();
  readonly #calls = new Map<GoNode, ResolvedCall>();
  /** Declarations and closures with a record on any path. */
  readonly #recording = new Set<GoNode>();
  readonly #complete = new Map<Body, boolean>();
  #unknownReason: string | null | undefined;

  /** @param records Name patterns of the functions and methods that record a job. */
  constructor({ tree }: GoSourceCode, semantics: SemanticModel, records: readonly string[]) {
    this.#semantics = semantics;
    this.#records = records;
    for (const node of tree.root.namedChildren) {
      if (node.kind !== "function_declaration" && node.kind !== "method_declaration") continue;
      const name = node.name.text;
      this.#declarations.set(`${receiverName(node)}.${name}`, node);
      this.#named.set(name, [...(this.#named.get(name) ?? []), node]);
    }
    const names = new Set(records.map((record) => record.slice(record.lastIndexOf(".") + 1)));
    for (const node of tree.nodesOfKind(["call_expression"])) {
      const name = calledName(node);
      // No other call records a job: its type is not asked for.
      if (names.has(name) || this.#named.has(name)) this.#calls.set(node, this.#resolve(node));
    }
    this.#markRecording();
  }

  /** Returns the calls in a node that may record a job, in the order of the text. */
  in(node: GoNode, { tree }: GoSourceCode): CallExpressionNode[] {
    return tree
      .nodesOfKind(["call_expression"], node)
      .filter((call) => this.coverageOf(call) !== "none");
  }

  /** Returns the function of the file that a call calls, or null. */
  targetOf(call: CallExpressionNode): Declaration | null {
    return this.#calls.get(call)?.target ?? null;
  }

  /** Returns the paths through a node on which a job is recorded. */
  coverageOf(node: GoNode): Coverage {
    if (node.kind === "func_literal") return this.#coverageOfBody(node);
    const call = this.#calls.get(node);
    if (!call) return "none";
    if (call.isRecord) return "all";
    if (call.target) return this.#coverageOfBody(call.target);
    return call.candidates.some((body) => this.#recording.has(body)) ? "some" : "none";
  }

  /** The reason why a call with the name of a record is not known, or null. */
  get unknownReason(): string | null {
    if (this.#unknownReason === undefined) {
      const call = [...this.#calls.values()].find(
        ({ callee: { kind, name } }) =>
          kind === "unknown" &&
          name !== "" &&
          this.#records.some((record) => record.endsWith(`.${name}`)),
      );
      this.#unknownReason = call?.callee.kind === "unknown" ? call.callee.reason : null;
    }
    return this.#unknownReason;
  }

  #resolve(node: CallExpressionNode): ResolvedCall {
    const callee = calleeOf(node, this.#semantics);
    const own = this.#semantics.importPath;
    const unresolved = { node, callee, isRecord: this.#isRecord(callee) };
    const candidates = this.#named.get(callee.name) ?? [];
    switch (callee.kind) {
      case "function": {
        const target = this.#declarations.get(`.${callee.name}`) ?? null;
        return {
          ...unresolved,
          target: callee.importPath === own ? target : null,
          candidates: [],
        };
      }
      case "method": {
        if (callee.receiver.importPath !== own)
          return { ...unresolved, target: null, candidates: [] };
        const target = this.#declarations.get(`${callee.receiver.name}.${callee.name}`) ?? null;
        return { ...unresolved, target, candidates: target ? [] : candidates };
      }
      case "unknown":
        return { ...unresolved, target: null, candidates: callee.operand ? candidates : [] };
    }
  }

  #isRecord(callee: Callee): boolean {
    const owner =
      callee.kind === "method" ? callee.receiver : callee.kind === "function" ? callee : null;
    return this.#records.some((pattern) => {
      const dot = pattern.lastIndexOf(".");
      if (!owner || pattern.slice(dot + 1) !== callee.name) return false;
      const wanted = callee.kind === "function" ? pattern : pattern.slice(0, dot);
      return matchesName(wanted, owner, this.#semantics.packageName);
    });
  }

  /** Marks what contains a record, then what contains a call of that. */
  #markRecording(): void {
    const callersOf = new Map<Declaration, ResolvedCall[]>();
    const open: ResolvedCall[] = [];
    for (const call of this.#calls.values()) {
      if (call.isRecord) open.push(call);
      for (const body of call.target ? [call.target] : call.candidates) {
        const callers = callersOf.get(body);
        if (callers) callers.push(call);
        else callersOf.set(body, [call]);
      }
    }
    for (let call = open.pop(); call; call = open.pop()) {
      for (let { parent } = call.node as GoNode; parent; { parent } = parent) {
        if (!isBody(parent)) continue;
        if (this.#recording.has(parent)) break;
        this.#recording.add(parent);
        if (parent.kind !== "func_literal") open.push(...(callersOf.get(parent) ?? []));
      }
    }
  }

  #coverageOfBody(body: Body): Coverage {
    if (!this.#recording.has(body)) return "none";
    let isComplete = this.#complete.get(body);
    if (isComplete === undefined) {
      // A recursive call records on some paths until the others are known.
      this.#complete.set(body, false);
      const exits = controlFlowGraphOf(body, this.#semantics).exitsAvoiding(null, {
        passes: (node) => this.coverageOf(node) === "all",
      });
      isComplete = exits.every(({ kind }) => kind !== "return" && kind !== "end");
      this.#complete.set(body, isComplete);
    }
    return isComplete ? "all" : "some";
  }
}

function isBody(node: GoNode): node is Body {
  return (
    node.kind === "func_literal" ||
    node.kind === "function_declaration" ||
    node.kind === "method_declaration"
  );
}

/** Returns the type that a method is declared for; empty for a function. */
function receiverName(node: Declaration): string {
  if (node.kind === "function_declaration") return "";
  return (
    /(?<name>\w+)\s*(?:\[.*\])?\s*,?\s*\)$/su.exec(node.receiver.text)?.groups?.["name"] ?? ""
  );
}
