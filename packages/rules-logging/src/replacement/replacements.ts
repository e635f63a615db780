import type {
  CallExpressionNode,
  FixFunction,
  GoFixer,
  SemanticModel,
  GoNode,
  GoSourceCode,
} from "@gopherwood/core";
import { FieldReader } from "../records/fields.ts";
import type { LoggerName } from "../loggers/packages.ts";
import type { Chain } from "./chain.ts";
import { doubtAboutCall, doubtAboutGroup } from "./doubts.ts";
import { topLevelOf } from "./free-names.ts";
import { indentAt } from "./indent.ts";
import { packageOf, readLevelCall, type LevelCall } from "./level-call.ts";
import { LoggerGroups, type LoggerGroup } from "./logger-group.ts";
import type { LoggerRequest, LoggerSource, LoggerText, Target } from "./logger-source.ts";
import type { ImportName } from "./message.ts";
import type { SourceName } from "./options.ts";
import { isLogrus, withPairs } from "./pairs.ts";
import { loopsOver, RecordWriter } from "./record-writer.ts";
import { slogLoggerOf } from "./slog-calls.ts";

/** How a call of another logger can be replaced, or why it cannot. */
export type Replacement =
  | {
      readonly kind: "fix";
      readonly source: SourceName;
      /** What a person has to look at: it is a suggestion then; null for a fix. */
      readonly doubt: string | null;
      readonly fix: FixFunction;
    }
  | { readonly kind: "none"; readonly reason: string };

type Edit = ReturnType<GoFixer["replaceText"]>;

/** Gives the logger, as it is written, for one of the places that asked for one. */
type LoggerAt = (node: GoNode) => LoggerText;

/** A call, or a group of loggers, that is written anew together. */
interface Rewrite {
  /** Where a logger is needed. */
  readonly places: readonly LoggerRequest[];
  readonly calls: readonly LevelCall[];
  /** What a person has to look at, calls apart. */
  readonly doubt: string | null;
  /** True for what is written with slog already. */
  readonly isSlog: boolean;
  /** True for loggers that have to be of slog's type. */
  readonly isTyped: boolean;
  readonly edits: (fixer: GoFixer, loggerAt: LoggerAt) => Edit[];
}

/** Writes the calls of logrus and log in one file with other loggers. */
export class Replacements {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;
  readonly #sources: readonly LoggerSource[];
  readonly #groups: LoggerGroups;
  /** What becomes of a group: its calls share one fix, which is then built once. */
  readonly #ofGroups = new Map<LoggerGroup, Replacement>();
  readonly #records: RecordWriter;

  /** @param sources Where loggers are taken from: the first that has one for the place. */
  constructor(
    sourceCode: GoSourceCode,
    semantics: SemanticModel,
    sources: readonly LoggerSource[],
  ) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
    this.#sources = sources;
    this.#groups = new LoggerGroups(semantics, sourceCode);
    this.#records = new RecordWriter(sourceCode.text);
  }

  of(node: CallExpressionNode, logger: LoggerName): Replacement {
    if (logger === "slog") {
      const rewrite = this.#ofSlog(node);
      return typeof rewrite === "string" ? none(rewrite) : this.#choose(rewrite);
    }
    const call = readLevelCall(node, this.#semantics);
    if (typeof call === "string") return none(call);
    const { variable } = call.chain;
    if (variable) return this.#ofVariable(variable);
    const rewrite = this.#ofPackage(call);
    return typeof rewrite === "string" ? none(rewrite) : this.#choose(rewrite);
  }

  /** A call of slog is written as it was, with another logger before the dot. */
  #ofSlog(node: CallExpressionNode): Rewrite | string {
    const logger = slogLoggerOf(node, this.#semantics);
    if (typeof logger === "string") return logger;
    const fields = new FieldReader(this.#semantics, []).ofCall(node);
    return {
      places: [{ node, uses: [node], keys: fields.map(({ key }) => key) }],
      calls: [],
      doubt: null,
      isSlog: true,
      isTyped: false,
      edits: (fixer, loggerAt) => {
        fixer.dropImportIfUnused("log/slog");
        const { receiver, value } = loggerAt(node);
        return [fixer.replaceText(logger.node, logger.isValue ? value : receiver)];
      },
    };
  }

  #ofVariable(variable: GoNode): Replacement {
    const group = this.#groups.of(variable);
    if (typeof group === "string") return none(group);
    let replacement = this.#ofGroups.get(group);
    if (!replacement) {
      this.#ofGroups.set(group, (replacement = this.#choose(this.#ofGroup(group))));
    }
    return replacement;
  }

  /** The rewrite with the first source that has a logger for every place that needs one. */
  #choose({ places, calls, doubt: ofAll, isSlog, isTyped, edits }: Rewrite): Replacement {
    const obstacle = calls
      .map((call) => this.#records.obstacleTo(call))
      .find((found) => found !== null);
    if (obstacle != null) return none(obstacle);
    const doubt = ofAll ?? calls.map(doubtAboutCall).find((found) => found !== null) ?? null;
    let reason = "it is written with slog already";
    for (const source of this.#sources) {
      if (isSlog && source.name === "slog") continue;
      const targets = targetsAt(places, source);
      if (typeof targets === "string") {
        reason = targets;
        continue;
      }
      if (isTyped && ![...targets.values()].every((target) => target.isSlog)) {
        reason = "its type is written, and the new logger's may be another";
        continue;
      }
      const doubts = [doubt, ...[...targets.values()].map((target) => target.doubt)];
      return {
        kind: "fix",
        source: source.name,
        doubt: doubts.find((found) => found !== null) ?? null,
        fix(fixer) {
          const declared = new Map<string, Edit>();
          const own = edits(fixer, (node) => {
            const text = targets.get(node)?.write(fixer) ?? NO_LOGGER;
            // Several places may need the same declaration.
            for (const edit of text.edits) declared.set(`${edit.range[0]}:${edit.text}`, edit);
            return text;
          });
          return [...declared.values(), ...own];
        },
      };
    }
    return none(reason);
  }

  #ofPackage(call: LevelCall): Rewrite | string {
    const { node } = call;
    const path = packageOf(call, this.#semantics);
    if (path === null) return "its package is not plain";
    if (path === "fmt" && !isStatement(node)) return "its results are used";
    return {
      places: [{ node, uses: [node], keys: keysOf([call]) }],
      calls: [call],
      doubt: path === "fmt" ? "what fmt prints may be the program's output" : null,
      isSlog: false,
      isTyped: false,
      edits: (fixer, loggerAt) => {
        const { receiver } = loggerAt(node);
        const text = this.#records.textOf(call, receiver, importNames(fixer));
        if (!fixer.ensures.some((wanted) => wanted.path === path)) {
          fixer.dropImportIfUnused(path);
        }
        return [fixer.replaceText(node, text)];
      },
    };
  }

  /** A group is converted as a whole: every one of its calls gets all edits. */
  #ofGroup(group: LoggerGroup): Rewrite {
    const calls = group.calls.map(({ call }) => call);
    const keys = keysOf([...calls, ...group.makers]);
    return {
      places: group.makers.flatMap(({ node, from }) => {
        const uses = calls.filter((call) => isInOneFunction(call.node, node));
        return from ? [] : [{ node, uses: uses.map((call) => call.node), keys }];
      }),
      calls,
      doubt: doubtAboutGroup(group),
      isSlog: false,
      isTyped: group.types.length > 0,
      edits: (fixer, loggerAt) => this.#editsOf(group, fixer, loggerAt),
    };
  }

  #editsOf({ makers, types, calls }: LoggerGroup, fixer: GoFixer, loggerAt: LoggerAt): Edit[] {
    const { text } = this.#sourceCode;
    const importName = importNames(fixer);
    for (const { path } of this.#semantics.imports) {
      if (isLogrus(path)) fixer.dropImportIfUnused(path);
    }
    const edits = types.map((type) =>
      fixer.replaceText(type, `*${importName("log/slog")}.Logger`),
    );
    for (const { node, chain, to } of makers) {
      const { variable, pairs, maps } = chain;
      // It is handed on as it is.
      if (variable === node) continue;
      const { receiver, value } = variable
        ? { receiver: variable.text, value: variable.text }
        : loggerAt(node);
      const indent = indentAt(node, text);
      const fields = withPairs("", pairs, indent);
      const made = fields === "" ? value : `${receiver}.With(${fields})`;
      const lines = loopsOver(maps, `${to.name} = ${to.name}.With(key, value)`);
      edits.push(fixer.replaceText(node, [made, ...lines].join(`\n${indent}`)));
    }
    for (const { call } of calls) {
      const receiver = call.chain.variable?.text ?? "";
      edits.push(
        fixer.replaceText(call.node, this.#records.textOf(call, receiver, importName)),
      );
    }
    return edits;
  }
}

const NO_LOGGER: LoggerText = { receiver: "", value: "", edits: [] };

/** What a source has for each of several places, or why it has nothing for one of them. */
function targetsAt(
  places: readonly LoggerRequest[],
  source: LoggerSource,
): Map<GoNode, Target> | string {
  const targets = new Map<GoNode, Target>();
  for (const place of places) {
    const target = source.for(place);
    if (typeof target === "string") return target;
    targets.set(place.node, target);
  }
  return targets;
}

function isStatement({ parent }: GoNode): boolean {
  return /^(?:expression|defer|go)_statement$/u.test(parent?.kind ?? "");
}

function keysOf(parts: readonly { readonly chain: Chain }[]): string[] {
  return parts.flatMap(({ chain }) => chain.pairs.map(({ name }) => name));
}

function isInOneFunction(a: GoNode, b: GoNode): boolean {
  return topLevelOf(a) === topLevelOf(b);
}

function importNames(fixer: GoFixer): ImportName {
  return (path) => fixer.ensureImport(path);
}

function none(reason: string): Replacement {
  return { kind: "none", reason };
}
