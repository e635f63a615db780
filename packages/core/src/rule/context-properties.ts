import type { RuleContext } from "@eslint/core";
import type { GoLanguageOptions, GoSourceCode } from "../source/go-source-code.ts";
import type { GoNode } from "../syntax/node.ts";

/** The types that ESLint's context of a rule is filled with for Go. */
export interface ContextTypes<Options extends unknown[], MessageIds extends string> {
  LangOptions: GoLanguageOptions;
  Code: GoSourceCode;
  RuleOptions: Options;
  Node: GoNode;
  MessageIds: MessageIds;
}

/** ESLint's context of a rule for Go. */
export type EslintContext = RuleContext<ContextTypes<unknown[], string>>;

/**
 * The properties of ESLint's context of a rule, but for `report`. They are copied: with the
 * context as its prototype, an object would keep the file in memory, see
 * decisions/0025-memory-of-a-file.md.
 */
export class ContextProperties implements Omit<EslintContext, "report"> {
  readonly cwd: string;
  readonly filename: string;
  readonly physicalFilename: string;
  readonly sourceCode: GoSourceCode;
  readonly settings: EslintContext["settings"];
  readonly languageOptions: GoLanguageOptions;
  readonly id: string;
  readonly options: unknown[];

  constructor(context: Omit<EslintContext, "report">) {
    this.cwd = context.cwd;
    this.filename = context.filename;
    this.physicalFilename = context.physicalFilename;
    this.sourceCode = context.sourceCode;
    this.settings = context.settings;
    this.languageOptions = context.languageOptions;
    this.id = context.id;
    this.options = context.options;
  }
}
