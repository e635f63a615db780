import type { Linter } from "eslint";
import { GoLanguage } from "../../language/go-language.ts";
import type { EslintContext } from "../../rule/context-properties.ts";
import type { GoLanguageOptions, GoSourceCode } from "../../source/go-source-code.ts";
import { NODE_KINDS } from "../../syntax/grammar.generated.ts";
import { numberOf, type GoNode } from "../../syntax/node.ts";
import type { FileConfig } from "../file-config.ts";
import { byPlace, toMessage } from "../own-messages.ts";
import { enabledRules } from "../prefilter.ts";
import { NeedsEslint } from "./needs-eslint.ts";
import { messageOfReport, type Descriptor, type ReportingRule } from "./report-message.ts";

/** A text to run rules on. */
export interface RuleRun {
  readonly text: string;
  /** Absolute. */
  readonly path: string;
  /** The directory that rules take for the working one. */
  readonly cwd: string;
  readonly config: FileConfig;
  /** Heed comments that configure rules or turn them off. */
  readonly allowInlineConfig: boolean;
  /** Returns true for the rules to run. */
  readonly runs: (ruleId: string) => boolean;
  /** True if the text passes the prefilters of these rules. */
  readonly isPrefiltered: boolean;
}

type Listener = (node: GoNode) => void;

interface Rule extends ReportingRule {
  create(context: EslintContext): Readonly<Record<string, Listener>> | null | undefined;
}

/** The listeners of rules, in the order of the rules, by the kinds of nodes. */
interface Listeners {
  readonly enter: Map<string, Listener[]>;
  readonly exit: Map<string, Listener[]>;
}

const KINDS = new Set<string>(NODE_KINDS);

/** Makes the source code of a text. */
export function sourceCodeOf({ text, path, config, isPrefiltered }: RuleRun): GoSourceCode {
  const { language } = config;
  // ESLint takes a byte order mark away.
  if (!(language instanceof GoLanguage) || text.startsWith("\uFEFF")) throw new NeedsEslint();
  const file = { path, physicalPath: path, body: text, bom: false };
  const languageOptions = (config.languageOptions ?? {}) as GoLanguageOptions;
  const sourceCode = language.createSourceCode(file, language.parse(file), { languageOptions });
  sourceCode.isPrefiltered = isPrefiltered;
  return sourceCode;
}

/**
 * Runs rules on a file as ESLint does, without ESLint: it does more, and takes longer for that.
 *
 * @returns The messages in the order of the text, the syntax error among them if directives are
 *   heeded.
 * @throws {NeedsEslint} For a file with directives, listeners with selectors, or reports that are
 *   not as core makes them.
 * @throws What a rule throws.
 */
export function runRules(sourceCode: GoSourceCode, run: RuleRun): Linter.LintMessage[] {
  const { config, allowInlineConfig } = run;
  if (allowInlineConfig && sourceCode.mayHaveDirectives) throw new NeedsEslint();
  const messages: Linter.LintMessage[] = [];
  if (allowInlineConfig && sourceCode.syntaxError && !sourceCode.skipped) {
    messages.push(toMessage(sourceCode.syntaxError));
  }
  let refused = 0;
  const listeners: Listeners = { enter: new Map(), exit: new Map() };
  for (const { ruleId: id, severity, options, rule } of enabledRules<Rule>(config)) {
    if (!run.runs(id)) continue;
    if (typeof rule?.create !== "function") throw new NeedsEslint();
    const context = {
      id,
      options,
      cwd: run.cwd,
      filename: run.path,
      physicalFilename: run.path,
      sourceCode,
      settings: config.settings ?? {},
      languageOptions: config.languageOptions ?? {},
      report(...reported: unknown[]) {
        // It counts as refused until it is done, since a rule may catch the error.
        refused += 1;
        if (reported.length !== 1) throw new NeedsEslint();
        const of = { id, severity, rule };
        messages.push(messageOfReport(reported[0] as Descriptor, of, sourceCode));
        refused -= 1;
      },
    };
    addListeners(rule.create(context), listeners);
  }
  if (!sourceCode.skipped) walk(sourceCode, listeners);
  if (refused > 0) throw new NeedsEslint();
  return messages.sort(byPlace);
}

function addListeners(of: ReturnType<Rule["create"]>, { enter, exit }: Listeners): void {
  if (typeof of !== "object" || of === null) throw new NeedsEslint();
  for (const [selector, listener] of Object.entries(of)) {
    const isExit = selector.endsWith(":exit");
    const kind = isExit ? selector.slice(0, -":exit".length) : selector;
    if (!KINDS.has(kind)) throw new NeedsEslint();
    const listeners = isExit ? exit : enter;
    const others = listeners.get(kind);
    if (others) others.push(listener);
    else listeners.set(kind, [listener]);
  }
}

/**
 * Calls the listeners in the order of the text.
 *
 * @throws What a listener throws, with the node as `currentNode`, as from ESLint.
 */
function walk({ tree, subscriptions }: GoSourceCode, { enter, exit }: Listeners): void {
  if (enter.size === 0 && exit.size === 0) return;
  const { kinds } = subscriptions;
  if (kinds === "all") throw new NeedsEslint();
  const { table } = tree;
  /** The nodes around the present one that are listened to when they end, the innermost last. */
  const open: GoNode[] = [];
  let currentNode: GoNode | undefined;
  const call = (listeners: readonly Listener[], node: GoNode) => {
    currentNode = node;
    for (const listen of listeners) listen(node);
  };
  const leaveBefore = (number: number) => {
    for (let last = open.at(-1); last; last = open.at(-1)) {
      if (number < table.subtreeEnd(numberOf(last))) return;
      open.pop();
      call(exit.get(last.kind) ?? [], last);
    }
  };
  try {
    for (const number of table.ofKinds(kinds, 0, table.size)) {
      leaveBefore(number);
      const node = tree.node(number);
      const listeners = enter.get(node.kind);
      if (listeners) call(listeners, node);
      if (exit.has(node.kind)) open.push(node);
    }
    leaveBefore(table.size);
  } catch (error) {
    if (!(error instanceof Error)) throw new NeedsEslint();
    throw Object.assign(error, { currentNode });
  }
}
