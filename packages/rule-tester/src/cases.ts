import type { GoLanguageOptions, Verdict } from "@gopherwood/core";
import type { RuleTester as EslintRuleTester } from "eslint";

/** One expected message, as in ESLint's RuleTester: a text, a pattern, or its properties. */
export type ExpectedError = string | RegExp | EslintRuleTester.TestCaseError;

/** The expected messages, or their number. */
export type ExpectedErrors = number | ExpectedError[];

/**
 * The code after one pass of fixes, or after each pass until there is nothing left to fix; null
 * when there must be no fix.
 */
export type ExpectedOutput = string | readonly string[] | null;

/**
 * One expected site: what is given has to be so. Lines and columns count from 1,
 * columns in UTF-16 units.
 */
export interface ExpectedSite {
  readonly verdict: Verdict;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly reason?: string | RegExp;
  readonly approach?: string;
  readonly messageId?: string;
  /** The reason why a violation has neither a fix nor a suggestion. */
  readonly noFixReason?: string | RegExp;
  /** The judged code on one line. */
  readonly subject?: string | RegExp;
  /** The declaration around it, such as `(*Engine).Run`. */
  readonly symbol?: string;
}

interface CaseOptions {
  /** The test's title. Default: the code. */
  readonly name?: string;
  /** The rule's options. */
  readonly options?: readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly languageOptions?: GoLanguageOptions;
  /** Run this case and no other. */
  readonly only?: boolean;
  readonly skip?: boolean;
  readonly before?: () => void;
  readonly after?: () => void;
  /** The code is broken on purpose; its syntax error is not one of the messages. */
  readonly allowSyntaxErrors?: boolean;
}

/** A Go file about which the rule has nothing to complain. */
export interface ValidCase extends CaseOptions {
  readonly code: string;
  /** Relative to a directory that does not exist. Default: `file.go`. */
  readonly filename?: string;
  /** Every site that the rule judged, in the order of the text. */
  readonly sites?: readonly ExpectedSite[];
}

/** A Go file that breaks the rule. */
export interface InvalidCase extends ValidCase {
  readonly errors: ExpectedErrors;
  readonly output?: ExpectedOutput;
}

/** The files of a module by their paths, or as a txtar text (`-- a/a.go --` before each). */
export type ModuleFiles = string | Readonly<Record<string, string>>;

/** A module of several files, about which the rule has nothing to complain. */
export interface ValidModuleCase extends CaseOptions {
  readonly files: ModuleFiles;
  /** The file that `sites` is of when it is not given by file. */
  readonly filename?: string;
  readonly sites?: readonly ExpectedSite[] | Readonly<Record<string, readonly ExpectedSite[]>>;
}

/** A module of several files that breaks the rule; a file without `errors` must be clean. */
export interface InvalidModuleCase extends ValidModuleCase {
  readonly errors: ExpectedErrors | Readonly<Record<string, ExpectedErrors>>;
  readonly output?: ExpectedOutput | Readonly<Record<string, ExpectedOutput>>;
}

/** The cases of a rule, in the shape of ESLint's RuleTester. */
export interface RuleTests {
  readonly valid: readonly (string | ValidCase | ValidModuleCase)[];
  readonly invalid: readonly (InvalidCase | InvalidModuleCase)[];
  readonly assertionOptions?: Parameters<EslintRuleTester["run"]>[2]["assertionOptions"];
}

/** Any case. */
export type Case = RuleTests["valid"][number] | RuleTests["invalid"][number];
