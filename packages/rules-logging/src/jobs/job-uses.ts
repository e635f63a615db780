import {
  argumentsOf,
  calleeOf,
  type CallExpressionNode,
  type Callee,
  type FunctionNode,
  type GoNode,
} from "@gopherwood/core";
import type { JobFile } from "./jobs.ts";

/** A use of a started job: one that ends it, returns it, or lets it escape from the analysis. */
export type JobUse = "ends" | "returns" | "escapes";

/** Calls that write a record, whatever they log. */
const LOGS = /^(?:Trace|Debug|Info|Notice|Print|Warn|Error|Fatal|Panic|With|Log|EndOperation)/u;

/** Finds the nodes of a function that end one job, return it or let it escape. */
export class JobUses {
  readonly #file: JobFile;
  readonly #job: GoNode;

  /** @param job The identifier that the job's id is assigned to. */
  constructor(file: JobFile, job: GoNode) {
    this.#file = file;
    this.#job = job;
  }

  /** Returns the effect of a node on the job, or null if it has none. */
  of(node: GoNode): JobUse | null {
    switch (node.kind) {
      case "call_expression":
        return this.#ofCall(node);
      // A closure that ends the job is made to be called.
      case "func_literal":
        return this.#endsIn(node) ? "ends" : null;
      case "return_statement":
        return this.#ofReturn(node);
      case "assignment_statement":
        return isStore(node.left) && this.#mentionsJob(node.right) ? "escapes" : null;
      default:
        return null;
    }
  }

  #ofCall(call: CallExpressionNode): JobUse | null {
    if (!argumentsOf(call).some((value) => this.#isJob(value))) return null;
    const { jobs, semantics } = this.#file;
    if (jobs.isCall(call, "EndJob")) return "ends";
    const callee = calleeOf(call, semantics);
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
    const values = node.namedChildren[0]?.namedChildren ?? [];
    if (values.some((value) => this.#isJob(value))) return "returns";
    return values.some((value) => isLiteral(value) && this.#mentionsJob(value))
      ? "escapes"
      : null;
  }

  #endsIn(closure: GoNode): boolean {
    return this.#file.jobs
      .callsIn(closure, "EndJob")
      .some((call) => this.#mentionsJob(call.arguments));
  }

  #isJob(node: GoNode): boolean {
    return this.#file.jobs.means(node, this.#job);
  }

  #mentionsJob(node: GoNode): boolean {
    return this.#file.jobs.mentions(node, this.#job);
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

/** Returns true for fields and elements: a job that is stored there may be ended elsewhere. */
function isStore(targets: GoNode): boolean {
  return targets.namedChildren.some(({ kind }) =>
    /^(?:selector|index)_expression$/u.test(kind),
  );
}

function wordsOf(text: string): string[] {
  return text.split(/\W+/u);
}

function isLiteral(value: GoNode): boolean {
  return (
    value.kind === "composite_literal" ||
    (value.kind === "unary_expression" && value.operand.kind === "composite_literal")
  );
}

/** Returns true for a path without a dot in its first element. */
function isStandardLibrary(importPath: string): boolean {
  return /^[^./]+(?:\/|$)/u.test(importPath);
}
