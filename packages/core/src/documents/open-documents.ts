import type { Linter } from "eslint";
import { dirname } from "node:path";
import { GoLanguage } from "../language/go-language.ts";
import { findConfigFile } from "../runner/config-file.ts";
import { Configs } from "../runner/configs.ts";
import type { FileConfig } from "../runner/file-config.ts";
import { discover } from "../runner/discovery.ts";
import { lintText, type FileLinter } from "../runner/lint-text.ts";
import { TextLinter } from "../runner/linter/text-linter.ts";
import { lintFile } from "../runner/lint-file.ts";
import type { LintedFile } from "../runner/linted-file.ts";
import { readFile } from "../runner/read-file.ts";
import { readRulePage, type RulePage } from "../runner/rule-page.ts";
import { judgedSites, type JudgedSite } from "../runner/site-details.ts";
import { withTimeLimit } from "../runner/time-limit.ts";
import { forgetFiles, updateFiles } from "../semantics/model/semantics-of.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { siteOf, type Site } from "../source/sites.ts";
import { disk } from "../source/disk.node.ts";
import { NotReadYet } from "../source/not-read-yet.ts";
import { holdFiles, releaseFiles } from "../source/file-cache.ts";
import { IncrementalParser } from "../syntax/incremental-parser.ts";
import type { NodeTable } from "../syntax/node-table.ts";
import { parseNodes } from "../syntax/parse.ts";
import { changesOf, type MessageChanges, type Selection } from "./changes.ts";
import { declarationOf, type Declaration } from "./declarations.ts";
import { OverlaidFiles, type Reach } from "./overlaid-files.ts";
import { introductionOf } from "./introduction.ts";

/**
 * A linted document, or file, with the declaration that each message is about, or null. While
 * somebody types, its messages have no fixes and its sites are those of violations.
 */
export interface LintedText extends LintedFile<JudgedSite> {
  readonly declarations: readonly (Declaration | null)[];
}

/** The way to lint a document: while somebody types, or as it counts; and the files to read. */
interface Mode {
  readonly isTyping?: boolean;
  readonly reach?: Reach;
}

const AS_IT_COUNTS: Mode = {};

/** In milliseconds. */
const RULE_TIMEOUT = 10_000;

/**
 * The engine for an editor: it lints documents that are open, with the texts that they have
 * there, saved or not. What was read of the project is kept until `filesChanged` says that it
 * changed. Paths are absolute.
 */
export class OpenDocuments {
  readonly #files = new OverlaidFiles(disk);
  readonly #configs: Configs;
  readonly #configOfFile = new Map<string, FileConfig | null>();
  readonly #linter: FileLinter;
  readonly #parsers = new Map<string, IncrementalParser>();
  /** The documents that the rest of the project has not seen with their present text. */
  readonly #changed = new Set<string>();
  /** Of the lint that runs. */
  #mode = AS_IT_COUNTS;

  /**
   * @param cwd The working directory of ESLint's rules; configs are found beside each file.
   * @param ruleTimeout The time that rules have to look at a megabyte of a document, in
   *   milliseconds. It does not count while somebody types.
   */
  constructor(cwd: string, ruleTimeout = RULE_TIMEOUT) {
    const language = new GoLanguage(this.#files, {
      parseFile: (path, text) => this.#parse(path, text),
      isBrief: () => this.#mode.isTyping === true,
    });
    this.#configs = new Configs({ cwd, language });
    this.#linter = {
      linter: new TextLinter(cwd),
      files: this.#files,
      ruleTimeout,
      withLimit: withTimeLimit,
      allowInlineConfig: true,
      endless: new Set(),
      endlessOutcome: "it is off until a config changes or the server restarts.",
    };
    holdFiles(this.#files);
  }

  /** The config files that were used so far. */
  get configFiles(): readonly string[] {
    return this.#configs.used;
  }

  /** Opens a document, or changes its text. */
  change(path: string, text: string): void {
    const at = toSlashes(path);
    if (!this.#parsers.has(at)) this.#parsers.set(at, new IncrementalParser());
    this.#files.open(at, text);
    this.#changed.add(at);
  }

  /** Closes a document: from now on its file counts. */
  close(path: string): void {
    const at = toSlashes(path);
    this.#parsers.get(at)?.dispose();
    this.#parsers.delete(at);
    this.#files.close(at);
    this.#changed.add(at);
  }

  /** Reads files again that were changed, added or removed on disk. */
  filesChanged(paths: readonly string[]): void {
    for (const path of paths) this.#changed.add(toSlashes(path));
  }

  /**
   * Lints a document while somebody types in it: what the last edit left alone is not parsed
   * again, what depends on other files may be as before the last edits, and fixes are not made.
   * So the answer may differ from that of `lint`, in a text with syntax errors above all.
   *
   * @returns Null for a file without a config, or that its config ignores or has nothing for.
   * @throws {ConfigError} If the config file is wrong.
   */
  async lintWhileTyping(path: string): Promise<LintedText | null> {
    const at = toSlashes(path);
    this.#update((changed) => changed !== at);
    return await this.#lint(path, { isTyping: true });
  }

  /**
   * Lints a document by the rules that need no more than its own package, or than the packages
   * that it imports as well: the others have no findings here. The rest of the project is not
   * read, so that the answer is there soon after a start, and all of it stays true.
   *
   * @returns Null for a file without a config, that its config ignores or has nothing for, or
   *   that cannot be parsed without the rest.
   * @throws {ConfigError} If the config file is wrong.
   */
  async lintWithin(path: string, reach: "package" | "imports"): Promise<LintedText | null> {
    this.#update();
    try {
      return await this.#lint(path, { reach });
    } catch (error) {
      if (error instanceof NotReadYet) return null;
      throw error;
    }
  }

  /**
   * Lints a document, or a file that is not open, as the command line would if all documents
   * were saved.
   *
   * @returns Null for a file without a config, or that its config ignores or has nothing for, or
   *   that cannot be read.
   * @throws {ConfigError} If the config file is wrong.
   */
  async lint(path: string): Promise<LintedText | null> {
    this.#update();
    return await this.#lint(path);
  }

  /**
   * Returns the text of a document with its fixes, in as many passes as they need.
   *
   * @param ruleId The rule whose violations are fixed. Default: all.
   * @throws {ConfigError} If the config file is wrong.
   */
  async fix(path: string, ruleId?: string): Promise<string> {
    this.#update();
    const config = await this.#configFor(path);
    const text = this.#textOf(path);
    if (!config) return text;
    const choice = {
      suggestions: false,
      mayFix: (message: Linter.LintMessage) =>
        ruleId === undefined || message.ruleId === ruleId,
    };
    const { result } = lintFile(
      this.#linter,
      path,
      Buffer.from(text),
      config,
      choice,
      judgedSites,
    );
    return result.output ?? text;
  }

  /**
   * Returns the messages of a document that touch a selection, with the changes that a person
   * may choose for each of them.
   *
   * @param placeholder Stands for the reason of a new directive; null for directives without.
   * @throws {ConfigError} If the config file is wrong.
   */
  async changesAt(
    path: string,
    selection: Selection,
    placeholder: string | null,
  ): Promise<MessageChanges[]> {
    this.#update();
    const config = await this.#configFor(path);
    if (!config) return [];
    const linted = lintText(this.#linter, path, this.#textOf(path), config);
    return changesOf(linted, selection, placeholder);
  }

  /**
   * Returns the page of a rule that a config turns on for a file, with what it says before its
   * examples and with these; or null.
   */
  async rulePage(path: string, ruleId: string): Promise<RulePage | null> {
    const config = await this.#configFor(path);
    const page = config && readRulePage(config, ruleId, path);
    return page && { ...page, text: introductionOf(page.text) };
  }

  /** Returns the Go files of a directory that the command line would lint, sorted. */
  async filesIn(directory: string): Promise<readonly string[]> {
    const { files } = await discover(["."], directory);
    return files.map(({ path }) => path);
  }

  /** Frees what is kept of the documents. */
  dispose(): void {
    for (const parser of this.#parsers.values()) parser.dispose();
    this.#parsers.clear();
    releaseFiles(this.#files);
    forgetFiles(this.#files);
  }

  async #lint(path: string, mode: Mode = AS_IT_COUNTS): Promise<LintedText | null> {
    const { isTyping = false, reach = "tree" } = mode;
    const config = await this.#configFor(path);
    if (!config) return null;
    const text = this.#files.openText(toSlashes(path));
    const content = text === undefined ? readFile(path) : null;
    if (content && !content.ok) return null;
    const bytes = content?.bytes ?? Buffer.from(text ?? "");
    this.#mode = mode;
    this.#files.reach = reach;
    try {
      // A limit costs a tenth of an edit; who waits for the answer limits the whole of it.
      const linter = isTyping ? { ...this.#linter, ruleTimeout: 0 } : this.#linter;
      const linted = lintFile(linter, path, bytes, config, null, judgedSites);
      const { result } = linted;
      if (result.messages.length === 0) return { ...linted, declarations: [] };
      const sourceCode = this.#linter.linter.sourceCode;
      const declarations = result.messages.map((one) => declarationOf(one, sourceCode));
      const sites = isTyping
        ? judgedSites(violationsOf(sourceCode), sourceCode, result)
        : linted.sites;
      return { ...linted, sites, declarations };
    } finally {
      this.#mode = AS_IT_COUNTS;
      this.#files.reach = "tree";
    }
  }

  async #configFor(path: string): Promise<FileConfig | null> {
    let config = this.#configOfFile.get(path);
    if (config === undefined) {
      const hasConfig = findConfigFile(dirname(path)) !== null;
      config = hasConfig ? await this.#configs.configFor(path) : null;
      this.#configOfFile.set(path, config);
    }
    return config;
  }

  #textOf(path: string): string {
    return this.#files.readText(toSlashes(path)) ?? "";
  }

  #update(isWanted: (path: string) => boolean = () => true): void {
    const paths = [...this.#changed].filter(isWanted);
    if (paths.length === 0) return;
    for (const path of paths) this.#changed.delete(path);
    updateFiles(this.#files, paths);
  }

  #parse(path: string, text: string): NodeTable {
    const parser = this.#files.openText(path) === text ? this.#parsers.get(path) : undefined;
    if (!parser) return parseNodes(text);
    const { isTyping = false, reach = "tree" } = this.#mode;
    // The steps of a first lint parse the same text.
    if (!isTyping && reach === "tree") parser.dispose();
    return parser.parse(text);
  }
}

function violationsOf(sourceCode: GoSourceCode): Site[] {
  return sourceCode.judgements
    .filter(({ verdict }) => verdict === "violation")
    .map((judgement) => siteOf(judgement, sourceCode));
}

function toSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
