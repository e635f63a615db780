import type {
  CallExpressionNode,
  FixFunction,
  SemanticModel,
  GoSourceCode,
} from "@gopherwood/core";
import type { LoggerGroup } from "./data-flow/logger-group.ts";
import { LoggerGroups } from "./data-flow/logger-groups.ts";
import type { SourceName } from "./options.ts";
import { planOf } from "./plan/plan.ts";
import { rewriteOf, type Rewrite } from "./plan/rewrite.ts";
import { PlanPrinter } from "./print/plan.ts";
import { formatRefusal, isRefusal, type Refusal } from "./refusal.ts";
import type { LoggerSource } from "./targets/target.ts";

/** The replacement of a call of an unwanted logger. */
export type Replacement =
  | { readonly kind: "fix"; readonly source: SourceName; readonly fix: FixFunction }
  | {
      readonly kind: "suggestion";
      readonly source: SourceName;
      readonly unsafeReason: string;
      readonly fix: FixFunction;
    }
  | { readonly kind: "manual"; readonly noFixReason: string };

/**
 * Replaces calls of logrus, log, fmt and slog in one file, stage by stage: `parse` reads a
 * call into a record, `data-flow` follows its logger, `targets` finds loggers to write it
 * with, `plan` chooses one and judges whether that is a fix, `print` gives the text. Each
 * stage may refuse.
 */
export class Replacements {
  readonly #file: { readonly sourceCode: GoSourceCode; readonly semantics: SemanticModel };
  readonly #text: string;
  readonly #sources: readonly LoggerSource[];
  readonly #groups: LoggerGroups;
  readonly #printer: PlanPrinter;
  /** The calls of a group share one replacement, which is then built once. */
  readonly #ofGroups = new Map<LoggerGroup, Replacement>();

  /** @param sources The sources of loggers, the preferred one first. */
  constructor(
    sourceCode: GoSourceCode,
    semantics: SemanticModel,
    sources: readonly LoggerSource[],
  ) {
    this.#file = { sourceCode, semantics };
    this.#text = sourceCode.text;
    this.#sources = sources;
    this.#groups = new LoggerGroups(semantics, sourceCode);
    this.#printer = new PlanPrinter(sourceCode, semantics);
  }

  /** Returns the replacement of a call of an unwanted logger. */
  of(node: CallExpressionNode, logger: string): Replacement {
    const rewrite = rewriteOf(node, logger, this.#file, this.#groups);
    if (isRefusal(rewrite)) return manual(rewrite);
    if (rewrite.kind !== "group") return this.#replacementFor(rewrite);
    const { group } = rewrite;
    const replacement = this.#ofGroups.get(group) ?? this.#replacementFor(rewrite);
    this.#ofGroups.set(group, replacement);
    return replacement;
  }

  #replacementFor(rewrite: Rewrite): Replacement {
    const plan = planOf(rewrite, this.#sources, this.#text);
    if (isRefusal(plan)) return manual(plan);
    const { source, unsafeReason } = plan;
    const fix: FixFunction = (fixer) => this.#printer.print(plan, fixer);
    return unsafeReason === null
      ? { kind: "fix", source, fix }
      : { kind: "suggestion", source, unsafeReason, fix };
  }
}

function manual(refusal: Refusal): Replacement {
  return { kind: "manual", noFixReason: formatRefusal(refusal) };
}
