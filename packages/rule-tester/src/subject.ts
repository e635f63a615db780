import gopherwood from "@gopherwood/core";
import type { Linter } from "eslint";
import type { RuleDefinition } from "@eslint/core";
import { TesterLanguage, type TesterLanguageOptions } from "./tester-language.ts";

/** A rule as it is tested. */
export interface Subject {
  /** The rule's id, `pack/rule`. */
  readonly name: string;
  readonly rule: RuleDefinition;
  /** Of the tester; what a case says goes on top. */
  readonly base: TesterOptions;
}

/** The `languageOptions` and `settings` of every case. */
export interface TesterOptions {
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Returns the config of the Go language; Gopherwood's own where the case needs nothing else.
 */
export function languageConfig(options: TesterLanguageOptions): Linter.Config {
  const own = options.allowSyntaxErrors || options.renamed !== undefined;
  const go = own ? new TesterLanguage(options) : gopherwood.languages.go;
  return {
    plugins: { gopherwood: { languages: { go } } },
    language: "gopherwood/go",
  };
}

/** Splits a rule's name: `logging/no-x` and `@team/pack/no-x` have a pack and a rule. */
export function splitName(name: string): { plugin: string; rule: string } {
  const slash = name.startsWith("@") ? name.lastIndexOf("/") : name.indexOf("/");
  return slash === -1
    ? { plugin: "rule-to-test", rule: name }
    : { plugin: name.slice(0, slash), rule: name.slice(slash + 1) };
}
