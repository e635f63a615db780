import type { RuleContext, RuleDefinition, RulesMeta } from "@eslint/core";
import type { FixFunction } from "../fix/file-fixes.ts";
import type { ContextTypes } from "./context-properties.ts";
import type { ExemptionOptions, Exemptions } from "./exemptions.ts";
import type { OptionDeclarations, OptionsOf, ValueOf } from "./options.ts";
import type { RelatedFile, Verdict } from "../source/sites.ts";
import type { ProjectIndex } from "../semantics/project-index/project-index.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { NodesByKind } from "../syntax/grammar.generated.ts";
import type { GoNode, NodeKind } from "../syntax/node.ts";
import type { SourceRange } from "../syntax/position.ts";

// A method's parameter is checked both ways, so a listener for one kind fits a selector's.
interface Listener<N> {
  listen(node: N): void;
}

/** An esquery selector, told apart from a node kind by its punctuation. */
type Selector =
  `${string}${" " | ">" | "[" | "*" | "," | "~" | "+" | "(" | `:${string}`}${string}`;

/**
 * The listeners of a rule, by node kind (`call_expression`, `call_expression:exit`), which
 * cost only the nodes of that kind, or by esquery selector, which costs a visit of every node.
 */
export type RuleListeners = {
  [K in NodeKind]?: Listener<NodesByKind[K]>["listen"];
} & {
  [K in NodeKind as `${K}:exit`]?: Listener<NodesByKind[K]>["listen"];
} & {
  [selector: Selector]: Listener<GoNode>["listen"] | undefined;
};

/** The documentation of a rule: ESLint's, with what reports read. */
export interface GoRuleDocs {
  /** One sentence that starts with Disallow, Require or Enforce. */
  readonly description: string;
  /**
   * The work on violations as a list of actions says it, in the imperative and without a full
   * stop: `Handle the errors of calls`. By default lists say the description.
   */
  readonly task?: string;
  /** The chapter of a compliance report that the rule belongs to. */
  readonly category: string;
  /**
   * The team's work on a violation: to fix the code (`fix`, the default), or to move, delete
   * and no longer import files (`cleanup`).
   */
  readonly action?: "fix" | "cleanup";
  /** The address of the rule's page; by default its pack gives it. */
  readonly url?: string;
}

/** A word that a file has, or what returns true for the text of one. */
export type PrefilterTest = string | ((text: string) => boolean);

/**
 * Tests, at least one of which every file passes that the rule has something to say about; a
 * file that passes none is not parsed.
 */
export type Prefilter<Options> = readonly PrefilterTest[] | OptionsReader<Options>["read"];

// As for listeners: rules of any options have to fit where rules are collected.
interface OptionsReader<Options> {
  read(options: Options): readonly PrefilterTest[];
}

/** ESLint's `meta` of a rule, with the properties that Gopherwood reads. */
export interface GoRuleMeta<Options extends unknown[], MessageIds extends string> extends Omit<
  RulesMeta<MessageIds, Options>,
  "docs" | "language" | "languages" | "dialects"
> {
  readonly docs: GoRuleDocs;
  readonly messages: Record<MessageIds, string>;
  readonly prefilter?: Prefilter<Options>;
  /**
   * True for a rule that reads the text in `create`, and listens to nodes or asks for them
   * only where it found something. A file that none but such rules look at is parsed when
   * they do, and its syntax errors are left to others.
   */
  readonly lazy?: boolean;
  /**
   * Returns true for a file that is exempt from the rule by its path alone. Such a file is not
   * parsed for it, unless evidence is asked for. `defineRule` makes it of the exemptions.
   *
   * @param path The path that globs match, from `projectPathOf`.
   */
  readonly leavesAlone?: OptionsTest<Options>["test"];
  /** Returns what the rule has to know of other files. `defineRule` makes it of `askTree`. */
  readonly askTree?: TreeQuestion<Options>["ask"];
}

/** A file among the others of its tree. */
export interface FileInTree {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly index: ProjectIndex;
  /** The files of the tree. */
  readonly files: FileSystem;
}

interface TreeQuestion<Options> {
  ask(file: FileInTree, options: Options): unknown;
}

interface OptionsTest<Options> {
  test(path: string, options: Options): boolean;
}

/** The site of a judgement: its range is what a report shows. */
type Place =
  | { readonly node: GoNode; readonly loc?: undefined }
  /** A part of the text that stands in no declaration. */
  | { readonly node?: undefined; readonly loc: SourceRange };

/** A judgement that is not a violation. */
export type Attestation = Place & {
  readonly verdict: Exclude<Verdict, "violation">;
  /** The reason, which reports print; expected for `exempt` and `undecided`. */
  readonly reason?: string;
  /** The way of keeping the rule, if there are several. */
  readonly approach?: string;
};

/** The properties of a violation beside ESLint's. */
export interface ViolationDetails {
  /** Other files that the violation is about, such as the original of a copy. */
  readonly related?: readonly RelatedFile[];
  /** The reason why there is neither a fix nor a suggestion, in a few words. */
  readonly noFixReason?: string | undefined;
  /** The way of breaking the rule, if there are several. */
  readonly approach?: string | undefined;
}

/** A fix of one of several, for the author of the code to choose. */
export interface Suggestion<MessageIds extends string> {
  readonly messageId: MessageIds;
  readonly data?: Readonly<Record<string, string | number>>;
  /** The edits, as for the fix of a report. */
  readonly fix: FixFunction;
}

/** The fix and the suggestions of a violation; they get our fixer. */
export interface FixProposals<MessageIds extends string> {
  /** Keeps the program compiling and doing what it did; one edit or several, all or none. */
  readonly fix?: FixFunction | null | undefined;
  readonly suggest?: readonly Suggestion<MessageIds>[] | null | undefined;
}

/** The fixes of a violation, or why there are none. */
export type Remedy<MessageIds extends string> = FixProposals<MessageIds> &
  Pick<ViolationDetails, "noFixReason">;

type EslintViolation<Options extends unknown[], MessageIds extends string> = Parameters<
  RuleContext<ContextTypes<Options, MessageIds>>["report"]
>[0];

/** Every part of a union without ESLint's own fixes. */
type WithoutFixes<Violation> = Violation extends unknown
  ? Omit<Violation, "fix" | "suggest">
  : never;

/** ESLint's context of a rule, with evidence, semantics and fixes of several edits. */
export interface GoRuleContext<
  Options extends unknown[],
  MessageIds extends string,
> extends Omit<RuleContext<ContextTypes<Options, MessageIds>>, "report"> {
  /** Reports a violation, as in ESLint; the details are for reports. */
  report(
    violation: WithoutFixes<EslintViolation<Options, MessageIds>> &
      FixProposals<MessageIds> & {
        /** Returns what takes long to find; called only where fixes are asked for. */
        readonly remedy?: (() => Remedy<MessageIds>) | undefined;
      } & ViolationDetails,
  ): void;
  /**
   * Records a site that keeps the rule, is exempt from it or cannot be decided. In an
   * exempt file each site is exempt for the file's reason, and none is undecided.
   */
  attest(attestation: Attestation): void;
  /** The meaning of the names of the file, and the types of its expressions. */
  readonly semantics: SemanticModel;
  /** The path of the file that globs of options and systems match, see `projectPathOf`. */
  readonly projectPath: string;
  /** The reason why the rule leaves the file alone, or null; its reports are recorded as exempt then. */
  readonly exemption: string | null;
}

/**
 * TypeScript lets a function return more than it has to; this lets it return no key that
 * is neither a node kind nor a selector, where the keys are known.
 */
type OnlyListeners<Listeners> = {
  readonly [Key in Exclude<keyof Listeners, keyof RuleListeners>]: string extends Key
    ? unknown
    : number extends Key
      ? unknown
      : "Go's grammar has no node kind of this name: 'gopherwood ast' prints those of a file.";
};

/** Options whose defaults are values that their schemas allow. */
type WithDefaults<Declared> = {
  readonly [Name in keyof Declared]: { readonly default: ValueOf<Declared[Name]> };
};

/** The `meta` of a rule as its author writes it. */
export interface RuleMeta<
  Declared extends OptionDeclarations,
  Exempt extends Exemptions,
  MessageIds extends string,
> extends Omit<
  GoRuleMeta<unknown[], MessageIds>,
  "schema" | "defaultOptions" | "prefilter" | "leavesAlone" | "askTree"
> {
  /** The options; the schema, the defaults and their types come from them. */
  readonly options?: Declared & WithDefaults<Declared>;
  /** The options that exempt whole files, by name. The first that applies gives the reason. */
  readonly exemptions?: Exempt;
  /**
   * Go declarations of packages that may be missing where code is linted, by import path:
   * functions without bodies, types, and variables with their types.
   */
  readonly stubs?: Readonly<Record<string, string>>;
  readonly prefilter?: Prefilter<RuleOptions<Declared, Exempt>>;
}

/** The options that a rule gets: those it declares, and those of its exemptions. */
export type RuleOptions<
  Declared extends OptionDeclarations,
  Exempt extends Exemptions,
> = OptionsOf<Declared> & OptionsOf<ExemptionOptions<Exempt>>;

/** A rule as its author writes it. */
export interface RuleDeclaration<
  Declared extends OptionDeclarations,
  Exempt extends Exemptions,
  MessageIds extends string,
  Listeners extends RuleListeners = RuleListeners,
  Answer = undefined,
> {
  /** `pack/rule`, as it stands in a config. */
  readonly name: string;
  readonly meta: RuleMeta<Declared, Exempt, MessageIds>;
  /**
   * Returns all that `create` has to know of other files than those that the file imports, as
   * data that JSON can hold. A run with a cache asks again about a file that did not change, and
   * calls `create` only where the answer is another. Without it, `create` may look at the whole
   * tree itself, and is called again for each file as soon as one has changed.
   *
   * @param options The declared options, defaults filled in.
   */
  readonly askTree?: (file: FileInTree, options: RuleOptions<Declared, Exempt>) => Answer;
  /**
   * Returns the listeners of the rule for a file.
   *
   * @param options The declared options, defaults filled in.
   * @param answer That of `askTree`.
   */
  create(
    context: GoRuleContext<[RuleOptions<Declared, Exempt>], MessageIds>,
    options: RuleOptions<Declared, Exempt>,
    answer: Answer,
  ): Listeners & OnlyListeners<Listeners>;
}

/** A rule as ESLint takes it, with the properties that Gopherwood reads. */
export interface GoRule<
  Options extends unknown[] = unknown[],
  MessageIds extends string = string,
> extends RuleDefinition {
  readonly name: string;
  readonly meta: RulesMeta<MessageIds, Options> & GoRuleMeta<Options, MessageIds>;
}
