import {
  calleeOf,
  type Callee,
  type CallExpressionNode,
  type FunctionNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import type { Jobs } from "./jobs.ts";

/** What a node does with a started job: ends it, hands it to the caller, or it is not known. */
export type Handing = "ends" | "hands on" | "unknown" | null;

/** Calls that write a record, whatever is logged with it. */
const LOGS = /^(?:Trace|Debug|Info|Notice|Print|Warn|Error|Fatal|Panic|With|Log|EndOperation)/u;

/** Says of the nodes of one function what they do with one job. */
export class JobHanding {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #jobs: Jobs;
  readonly #job: GoNode;

  /** @param job The identifier that the job's id is assigned to. */
  constructor(sourceCode: GoSourceCode, semantics: SemanticModel, jobs: Jobs, job: GoNode) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#jobs = jobs;
    this.#job = job;
  }

  of(node: GoNode): Handing {
    switch (node.kind) {
      case "call_expression":
        return this.#ofCall(node);
      // A closure that ends the job is made to be called.
      case "func_literal":
        return this.#endsIn(node) ? "ends" : null;
      case "return_statement":
        return this.#ofReturn(node);
      case "assignment_statement":
        return this.#isKept(node.left) && this.#jobs.mentions(node.right, this.#job)
          ? "unknown"
          : null;
      default:
        return null;
    }
  }

  #ofCall(call: CallExpressionNode): Handing {
    const values = call.arguments.namedChildren;
    if (!values.some((value) => this.#jobs.means(value, this.#job))) return null;
    if (this.#jobs.isCall(call, "EndJob")) return "ends";
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind === "unknown") return LOGS.test(callee.name) ? null : "unknown";
    if (callee.kind === "method" && this.#jobs.isTracker(callee)) {
      return /^(?:RunStep|Logger|StartJob)$/u.test(callee.name) ? null : "unknown";
    }
    const { importPath } = callee.kind === "method" ? callee.receiver : callee;
    if (importPath !== this.#semantics.importPath) {
      return isForeign(importPath) || LOGS.test(callee.name) ? null : "unknown";
    }
    const declaration = this.#declarationOf(callee);
    if (!declaration) return "unknown";
    return this.#jobs.callsIn(declaration, "EndJob").length > 0 ? "ends" : null;
  }

  #ofReturn(node: GoNode): Handing {
    const values = node.namedChildren[0]?.namedChildren ?? [];
    if (values.some((value) => this.#jobs.means(value, this.#job))) return "hands on";
    return values.some((value) => isLiteral(value) && this.#jobs.mentions(value, this.#job))
      ? "unknown"
      : null;
  }

  /** True for fields and elements: what is kept there may be ended from elsewhere. */
  #isKept(targets: GoNode): boolean {
    return targets.namedChildren.some(({ kind }) =>
      /^(?:selector|index)_expression$/u.test(kind),
    );
  }

  #endsIn(closure: GoNode): boolean {
    return this.#jobs
      .callsIn(closure, "EndJob")
      .some((call) => this.#jobs.mentions(call.arguments, this.#job));
  }

  /** The function or method in this file that is called. */
  #declarationOf(callee: Callee): FunctionNode | undefined {
    const { tree } = this.#sourceCode;
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

function wordsOf(text: string): string[] {
  return text.split(/\W+/u);
}

function isLiteral(value: GoNode): boolean {
  return (
    value.kind === "composite_literal" ||
    (value.kind === "unary_expression" && value.operand.kind === "composite_literal")
  );
}

/** True for Go's own packages, and what has nothing to do with jobs. */
function isForeign(importPath: string): boolean {
  return /^[^./]+(?:\/|$)/u.test(importPath);
}
