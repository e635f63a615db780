import {
  lineIndentAt,
  type GoFixer,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import type { LoggerDefinition, LoggerGroup } from "../data-flow/logger-group.ts";
import type { LogCall } from "../parse/log-call.ts";
import { isLogrus } from "../parse/logger-packages.ts";
import type { SlogCall } from "../parse/slog-call.ts";
import type { Plan } from "../plan/plan.ts";
import { printPairs } from "./pairs.ts";
import { loopsOver, RecordPrinter } from "./record.ts";
import { printTarget, type Edit, type LoggerText } from "./target.ts";

/** Returns the logger, as Go code, for a node that asked for one. */
type LoggerAt = (node: GoNode) => LoggerText;

const NO_LOGGER: LoggerText = { receiver: "", value: "", declaration: null };

/** Prints the edits of plans, in one file. */
export class PlanPrinter {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #records: RecordPrinter;

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#records = new RecordPrinter(sourceCode.text);
  }

  /** Returns the edits of a plan, and asks for its imports. */
  print(plan: Plan, fixer: GoFixer): Edit[] {
    const declarations = new Map<string, Edit>();
    const edits = this.#print(plan, fixer, (node) => {
      const target = plan.targets.get(node);
      const text = target ? printTarget(target, node, fixer, this.#sourceCode) : NO_LOGGER;
      const { declaration } = text;
      // Several nodes may need the same declaration.
      if (declaration) {
        declarations.set(`${declaration.range[0]}:${declaration.text}`, declaration);
      }
      return text;
    });
    return [...declarations.values(), ...edits];
  }

  #print({ rewrite }: Plan, fixer: GoFixer, loggerAt: LoggerAt): Edit[] {
    switch (rewrite.kind) {
      case "slog call":
        return [printLogger(rewrite.call, fixer, loggerAt)];
      case "package call":
        return [this.#printCall(rewrite.call, rewrite.importPath, fixer, loggerAt)];
      case "group":
        return this.#printGroup(rewrite.group, fixer, loggerAt);
    }
  }

  #printCall(call: LogCall, importPath: string, fixer: GoFixer, loggerAt: LoggerAt): Edit {
    const { receiver } = loggerAt(call.node);
    const text = this.#records.print(call, receiver, (path) => fixer.ensureImport(path));
    if (!fixer.ensures.some(({ path }) => path === importPath)) {
      fixer.dropImportIfUnused(importPath);
    }
    return fixer.replaceText(call.node, text);
  }

  /** Returns the edits of a whole group: each of its calls gets all of them. */
  #printGroup(
    { definitions, types, calls }: LoggerGroup,
    fixer: GoFixer,
    loggerAt: LoggerAt,
  ): Edit[] {
    for (const { path } of this.#semantics.imports) {
      if (isLogrus(path)) fixer.dropImportIfUnused(path);
    }
    return [
      ...types.map((type) =>
        fixer.replaceText(type, `*${fixer.ensureImport("log/slog")}.Logger`),
      ),
      ...definitions
        .filter((definition) => !isPassedOn(definition))
        .map((definition) =>
          fixer.replaceText(definition.node, this.#printDefinition(definition, loggerAt)),
        ),
      ...calls.map(({ call }) => {
        const receiver = call.start.kind === "variable" ? call.start.name.text : "";
        const text = this.#records.print(call, receiver, (path) => fixer.ensureImport(path));
        return fixer.replaceText(call.node, text);
      }),
    ];
  }

  #printDefinition({ node, chain, to }: LoggerDefinition, loggerAt: LoggerAt): string {
    const { start, pairs, maps } = chain;
    const { receiver, value } =
      start.kind === "variable"
        ? { receiver: start.name.text, value: start.name.text }
        : loggerAt(node);
    const indent = lineIndentAt(this.#sourceCode.text, node.range[0]);
    const fields = printPairs("", pairs, indent);
    const logger = fields === "" ? value : `${receiver}.With(${fields})`;
    const loops = loopsOver(maps, `${to.name} = ${to.name}.With(key, value)`);
    return [logger, ...loops].join(`\n${indent}`);
  }
}

/** Returns true for a definition that is another variable, as it stands. */
function isPassedOn({ node, chain: { start } }: LoggerDefinition): boolean {
  return start.kind === "variable" && start.name === node;
}

/** Returns the edit by which a call of slog gets another logger. */
function printLogger({ node, logger }: SlogCall, fixer: GoFixer, loggerAt: LoggerAt): Edit {
  fixer.dropImportIfUnused("log/slog");
  const { receiver, value } = loggerAt(node);
  return fixer.replaceText(logger.node, logger.isValue ? value : receiver);
}
