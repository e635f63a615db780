import type { ESLint, Linter } from "eslint";
import { ContextProperties, type EslintContext } from "../rule/context-properties.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { metaOf } from "./option-schemas.ts";
import { callUnlessWaiting } from "./waiting-rules.ts";

/** The parts of a rule, made by whomever, that the engine deals with. */
interface Rule {
  create(context: EslintContext): Listeners | null | undefined;
}

type Listeners = Readonly<Record<string, (node: unknown) => unknown>>;

/** The ids of the rules that ran in this thread; a rule's number is its place, from 1. */
const ruleIds: string[] = [];
/** A cell with the number of the rule that runs; 0 for none. */
let running: Int32Array = new Int32Array(1);
let onNewRule: ((ruleId: string) => void) | undefined;
/** The counts of the reports of each rule since `forgetRunningRule`, by the rule's number. */
let reports: number[] = [];
/** The number of the rule that has reported most; 0 for none. */
let mostReporting = 0;

/**
 * Returns the rule that this thread runs. Between rules and after them it is the one that has
 * reported most since `forgetRunningRule`: ESLint is at work on its reports.
 */
export function runningRule(): string | null {
  return ruleIds[(running[0] ?? 0) - 1] ?? null;
}

export function forgetRunningRule(): void {
  running[0] = 0;
  reports = [];
  mostReporting = 0;
}

/** Calls a part of a rule that is neither its `create` nor a listener. */
export function asRunningRule<T>(ruleId: string, part: () => T): T {
  running[0] = numberOf(ruleId);
  const result = part();
  running[0] = 0;
  return result;
}

function countReport(number: number): void {
  const count = (reports[number] ?? 0) + 1;
  reports[number] = count;
  if (count > (reports[mostReporting] ?? 0)) mostReporting = number;
}

/**
 * Keeps the number of the running rule in memory of another thread.
 *
 * @param onNew Called with the ids of rules, in the order of their numbers.
 */
export function shareRunningRule(cell: Int32Array, onNew: (ruleId: string) => void): void {
  running = cell;
  onNewRule = onNew;
}

function numberOf(ruleId: string): number {
  const known = ruleIds.indexOf(ruleId);
  if (known !== -1) return known + 1;
  onNewRule?.(ruleId);
  return ruleIds.push(ruleId);
}

const watchedPlugins = new WeakMap<ESLint.Plugin, ESLint.Plugin>();

/**
 * Returns a config object with rules that say when they run, and subscribe to the nodes that
 * they listen to. A plugin is always replaced by the same one.
 */
export function withWatchedRules(config: Linter.Config): Linter.Config {
  const plugins = (config as Linter.Config | null | undefined)?.plugins;
  if (typeof plugins !== "object") return config;
  const watched = Object.entries(plugins).map(([name, plugin]) => [
    name,
    watchedPlugin(plugin),
  ]);
  return { ...config, plugins: Object.fromEntries(watched) as typeof plugins };
}

function watchedPlugin(plugin: ESLint.Plugin): ESLint.Plugin {
  if (typeof plugin !== "object" || typeof plugin.rules !== "object") return plugin;
  let watched = watchedPlugins.get(plugin);
  if (!watched) {
    const rules = Object.entries(plugin.rules).map(([name, rule]) => [name, watchedRule(rule)]);
    const value: unknown = Object.fromEntries(rules);
    watched = Object.create(plugin, { rules: { value, enumerable: true } }) as ESLint.Plugin;
    watchedPlugins.set(plugin, watched);
  }
  return watched;
}

function watchedRule(rule: unknown): unknown {
  const { create } = (rule ?? {}) as Partial<Rule>;
  if (typeof rule !== "object" || typeof create !== "function") return rule;
  return Object.create(rule, {
    create: {
      value: (context: EslintContext) => watch(rule as Rule, context),
      enumerable: true,
    },
    meta: { value: metaOf(rule), enumerable: true },
  }) as unknown;
}

/** Creates the listeners of a rule for a file. */
function watch(rule: Rule, context: EslintContext): Listeners | null | undefined {
  const { id } = context;
  const sourceCode: Partial<GoSourceCode> = context.sourceCode;
  // A file in another language has none.
  if (sourceCode.subscriptions) sourceCode.runningRule = runningRule;
  const number = numberOf(id);
  running[0] = number;
  const waitingRules = sourceCode.waitingRules ?? new Set();
  const counting = new CountingContext(context, number);
  const listeners = callUnlessWaiting(id, waitingRules, rule.create.bind(rule), counting);
  if (waitingRules.has(id)) return {};
  // ESLint says so itself.
  if (listeners === undefined || listeners === null) return listeners;
  assertListeners(listeners);
  // A file in another language has no subscriptions.
  sourceCode.subscriptions?.add(Object.keys(listeners));
  const watched = Object.entries(listeners).map(([selector, listen]) => [
    selector,
    (node: unknown) => {
      running[0] = number;
      const result = callUnlessWaiting(id, waitingRules, listen, node);
      running[0] = mostReporting;
      return result;
    },
  ]);
  return Object.fromEntries(watched) as Listeners;
}

/** The context of a rule whose reports are counted. */
class CountingContext extends ContextProperties {
  readonly #context: EslintContext;
  readonly #number: number;

  constructor(context: EslintContext, number: number) {
    super(context);
    this.#context = context;
    this.#number = number;
    Object.freeze(this);
  }

  readonly report: EslintContext["report"] = (...args) => {
    countReport(this.#number);
    this.#context.report(...args);
  };
}

/** @throws {TypeError} If it is not an object of functions. */
function assertListeners(listeners: unknown): asserts listeners is Listeners {
  if (typeof listeners !== "object" || listeners instanceof Promise) {
    const what = listeners instanceof Promise ? "a promise" : `a ${typeof listeners}`;
    throw new TypeError(`Its create returned ${what}, and no listeners by node kind.`);
  }
  for (const [selector, listen] of Object.entries(listeners ?? {})) {
    if (typeof listen !== "function") {
      throw new TypeError(`Its listener of '${selector}' is no function.`);
    }
  }
}
