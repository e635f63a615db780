import type {
  Directive,
  FileProblem,
  RulesConfig,
  SourceRange,
  TextSourceCode,
} from "@eslint/core";
import type {
  CommentNode,
  ErrorNode,
  SourceFileNode,
  SyntaxNodeBase,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import type { Caches } from "../syntax/owner-cache.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Position, SourceRange as LocRange } from "../syntax/position.ts";
import { commentValue } from "./comments.ts";
import { commentParser } from "./config-comments.node.ts";
import { DIRECTIVE_LITERALS, isInlineConfig, readDisableDirectives } from "./directives.ts";
import { NO_FILES, type FileSystem } from "./file-system.ts";
import { isGenerated } from "./generated.ts";
import { NOLINT_LITERAL, readNolint, type NolintOption } from "./nolint.ts";
import { siteOf, type Judgement, type Site } from "./sites.ts";
import { Subscriptions } from "./subscriptions.ts";
import { Suppressions } from "./suppressions.ts";
import { readSyntaxError } from "./syntax-errors.ts";
import { traverse } from "./traversal.ts";

/** The types that ESLint's generic interfaces are filled with for Go. */
export interface GoTypes {
  LangOptions: GoLanguageOptions;
  RootNode: SourceFileNode | ErrorNode;
  SyntaxElementWithLoc: SyntaxNodeBase;
  ConfigNode: CommentNode;
}

/** `languageOptions` for Go files. */
export interface GoLanguageOptions extends Record<string, unknown> {
  /** Lint files that say `Code generated ... DO NOT EDIT.` as well. Default: false. */
  generated?: boolean;
  /** Report directives that turn rules off without a reason. Default: false. */
  requireReasons?: boolean;
  /** Heed `//nolint` comments. Default: false. */
  nolint?: NolintOption;
}

/** The place of a file among others. */
export interface Place {
  readonly path: string;
  readonly files: FileSystem;
}

/** The answer to a rule that asked about the tree, and the options that it asked with: see `askTree`. */
export interface TreeAnswer {
  readonly options: readonly unknown[];
  readonly answer: unknown;
}

/** The directives of a file as ESLint takes them, and the problems of those that are malformed. */
export interface DisableDirectives {
  readonly directives: Directive[];
  readonly problems: FileProblem[];
}

export interface InlineConfigs {
  readonly configs: { config: { rules: RulesConfig }; loc: LocRange }[];
  readonly problems: FileProblem[];
}

/**
 * A Go file as rules see it. Offsets are UTF-16 units into `text`, which has no
 * byte order mark; lines and columns count from 1.
 */
export class GoSourceCode implements TextSourceCode<GoTypes> {
  readonly text: string;
  readonly tree: SyntaxTree;
  /** The path of the file: absolute, with `/`; empty if it has none. */
  readonly path: string;
  /** The files around it, for core; rules ask for `files`. */
  readonly fileSystem: FileSystem;
  /** True for a generated file, which is not linted. */
  readonly skipped: boolean;
  /**
   * True where messages and counts are all that is asked for: no fixes, no suggestions, and
   * nothing of files that a rule leaves alone.
   */
  readonly isBrief: boolean;
  /** The judgements of the rules, in the order in which they were made. */
  readonly judgements: Judgement[] = [];
  /**
   * The rules that read more of the tree than the file's own package and those that it imports,
   * so that any change in it may change their findings.
   */
  readonly treeReaders = new Set<string>();
  /** The answers to rules that asked about the tree, by their ids. */
  readonly treeAnswers = new Map<string, TreeAnswer>();
  /** The rules that asked for packages which are not read yet: what they reported is not all. */
  readonly waitingRules = new Set<string>();
  /** True if only rules run whose prefilters the text passes. */
  isPrefiltered = false;
  /** Returns the rule that runs. */
  runningRule: () => string | null = () => null;
  /** The node kinds that the rules of this file listen to. */
  readonly subscriptions = new Subscriptions();
  readonly caches: Caches = new Map();
  readonly #requireReasons: boolean;
  readonly #nolint: NolintOption;
  #suppressions: Suppressions | undefined;
  #comments: readonly CommentNode[] | undefined;
  #lines: readonly string[] | undefined;

  constructor(
    tree: SyntaxTree,
    { generated = false, requireReasons = false, nolint = false }: GoLanguageOptions = {},
    { path = "", files = NO_FILES }: Partial<Place> = {},
    isBrief = false,
  ) {
    this.text = tree.text;
    this.tree = tree;
    this.path = path;
    this.fileSystem = files;
    this.isBrief = isBrief;
    this.#requireReasons = requireReasons;
    this.#nolint = nolint;
    this.skipped = !generated && isGenerated(tree.text);
  }

  /** The root of the tree: the file is parsed for it. */
  get ast(): GoTypes["RootNode"] {
    return this.tree.root;
  }

  /** The lines without their ends. */
  get lines(): readonly string[] {
    return (this.#lines ??= this.text.split(/\r?\n/u));
  }

  /** The files around it. */
  get files(): FileSystem {
    this.noteTreeReader();
    this.fileSystem.beforeReading?.("tree");
    return this.fileSystem.forRules ?? this.fileSystem;
  }

  /** Remembers that the running rule reads more of the tree. */
  noteTreeReader(): void {
    this.treeReaders.add(this.runningRule() ?? "");
  }

  /** Remembers what the running rule asked about the tree. */
  noteTreeAnswer(answer: TreeAnswer): void {
    this.treeAnswers.set(this.runningRule() ?? "", answer);
  }

  /** Every comment of the file, in order. */
  get comments(): readonly CommentNode[] {
    return (this.#comments ??= this.tree.nodesOfKind(["comment"]));
  }

  /** The judged sites, as plain data that outlives the tree. */
  get sites(): Site[] {
    return this.judgements.map((judgement) => siteOf(judgement, this));
  }

  /** The first syntax error, if there is one. */
  get syntaxError(): FileProblem | null {
    return readSyntaxError(this.tree);
  }

  /**
   * Frees the nodes and what is known of them, which is read again if it is asked for, and the
   * judgements. ESLint makes V8 keep a file until the next full collection.
   */
  release(): void {
    this.tree.release();
    this.caches.clear();
    this.#comments = undefined;
    this.#suppressions = undefined;
    this.judgements.length = 0;
  }

  /** Returns the text of a node, or of the file, and so many characters before and after. */
  getText(node?: SyntaxNodeBase, before = 0, after = 0): string {
    if (!node) return this.text;
    const [start, end] = node.range;
    return this.text.slice(Math.max(0, start - before), end + after);
  }

  getParent(node: SyntaxNodeBase): GoNode | undefined {
    return node.parent ?? undefined;
  }

  /** Returns the nodes around one, the root first. */
  getAncestors(node: SyntaxNodeBase): GoNode[] {
    const ancestors: GoNode[] = [];
    for (let { parent } = node; parent; { parent } = parent) ancestors.unshift(parent);
    return ancestors;
  }

  /** Returns the place of an offset, in UTF-16 units. */
  getLocFromIndex(index: number): Position {
    return this.tree.positionOf(index);
  }

  /** Returns the offset of a place, in UTF-16 units. */
  getIndexFromLoc(loc: Position): number {
    return this.tree.offsetOf(loc);
  }

  getLoc(node: SyntaxNodeBase): LocRange {
    return node.loc;
  }

  getRange(node: SyntaxNodeBase): SourceRange {
    return [...node.range];
  }

  /**
   * Yields the steps of the walk. ESLint calls it before the rules are made, and walks after
   * they have subscribed.
   */
  *traverse(): ReturnType<typeof traverse> {
    if (!this.skipped) yield* traverse(this.tree, this.subscriptions.kinds);
  }

  /** False if no comment configures rules or turns them off. */
  get mayHaveDirectives(): boolean {
    return this.#mayHaveOwnDirectives || this.#mayHaveNolint;
  }

  getInlineConfigNodes(): CommentNode[] {
    return this.#mayHaveOwnDirectives ? this.comments.filter(isInlineConfig) : [];
  }

  /**
   * Returns the directives of the file. A syntax error comes with their problems, as ESLint
   * has no other way in.
   */
  getDisableDirectives(): DisableDirectives {
    if (this.skipped) return { directives: [], problems: [] };
    const read = readDisableDirectives(
      this.#mayHaveOwnDirectives ? this.comments : [],
      this.#requireReasons,
    );
    const nolint = readNolint(this.#nolintComments, this.#nolint, this.tree);
    const all = [...read.directives, ...nolint.directives];
    this.#suppressions = new Suppressions(all, this.tree);
    const { directives, problems } = this.#suppressions;
    const { syntaxError } = this;
    return {
      directives,
      problems: [
        ...(syntaxError ? [syntaxError] : []),
        ...read.problems,
        ...nolint.problems,
        ...problems,
      ],
    };
  }

  /** The directives that are in force; none before ESLint asks for them, or if it does not. */
  get suppressions(): Suppressions | undefined {
    return this.#suppressions;
  }

  applyInlineConfig(): InlineConfigs {
    const result: InlineConfigs = { configs: [], problems: [] };
    for (const node of this.getInlineConfigNodes()) {
      const { loc } = node;
      const { value = "" } = commentParser().parseDirective(commentValue(node)) ?? {};
      const parsed = commentParser().parseJSONLikeConfig(value);
      if (parsed.ok) result.configs.push({ config: { rules: parsed.config }, loc });
      else result.problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return result;
  }

  get #nolintComments(): readonly CommentNode[] {
    return this.#mayHaveNolint ? this.comments : [];
  }

  get #mayHaveNolint(): boolean {
    return this.#nolint !== false && this.text.includes(NOLINT_LITERAL);
  }

  get #mayHaveOwnDirectives(): boolean {
    return !this.skipped && DIRECTIVE_LITERALS.some((literal) => this.text.includes(literal));
  }
}
