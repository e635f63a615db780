import gopherwood, { GoLanguage, type GoSourceCode } from "@gopherwood/core";

/** The prefix that ESLint's RuleTester puts before the name of the rule that it tests. */
const ESLINTS_PREFIX = "rule-to-test/";

/** Go as ESLint knows it, with what some cases need beside. */
export interface TesterLanguageOptions {
  /** The code is broken on purpose: its syntax error is nobody's finding. */
  readonly allowSyntaxErrors: boolean;
  /** The rule's id, if comments that name it have to reach it under ESLint's RuleTester. */
  readonly renamed?: string;
}

/** The Go language for the cases of a rule. */
export class TesterLanguage extends GoLanguage {
  readonly #options: TesterLanguageOptions;

  constructor(options: TesterLanguageOptions) {
    super(gopherwood.languages.go.files);
    this.#options = options;
  }

  override createSourceCode(...args: Parameters<GoLanguage["createSourceCode"]>): GoSourceCode {
    const sourceCode = super.createSourceCode(...args);
    const { allowSyntaxErrors, renamed } = this.#options;
    if (allowSyntaxErrors) Object.defineProperty(sourceCode, "syntaxError", { value: null });
    if (renamed !== undefined) renameInComments(sourceCode, renamed);
    return sourceCode;
  }
}

/** Makes directives and inline configs of a rule those of the name that ESLint tests it by. */
function renameInComments(sourceCode: GoSourceCode, name: string): void {
  const rename = (id: string) => (id === name ? `${ESLINTS_PREFIX}${id}` : id);
  const { directives, problems } = sourceCode.getDisableDirectives();
  const renamed = directives.map(({ value, ...directive }) => ({
    ...directive,
    value: value
      .split(",")
      .map((id) => rename(id.trim()))
      .join(", "),
  }));
  const inline = sourceCode.applyInlineConfig();
  const configs = inline.configs.map(({ config: { rules }, loc }) => ({
    config: {
      rules: Object.fromEntries(Object.entries(rules).map(([id, rule]) => [rename(id), rule])),
    },
    loc,
  }));
  sourceCode.getDisableDirectives = () => ({ directives: renamed, problems });
  sourceCode.applyInlineConfig = () => ({ ...inline, configs });
}
