import type { ESLint, Linter } from "eslint";
import type { GoLanguage } from "../language/go-language.ts";
import type { FileConfig } from "./file-config.ts";
import { loadLinter, loadOwnRules } from "./linter/eslint.ts";
import { ruleOf } from "./prefilter.ts";

/** Config objects that were merged, without defaults. */
export interface MergedConfig {
  readonly language?: string;
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  readonly linterOptions?: object;
  readonly plugins?: Readonly<Record<string, ESLint.Plugin>>;
  readonly rules?: Readonly<Record<string, readonly [number, ...unknown[]]>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The parts of a config that its defaults were filled in. */
interface Filled {
  readonly plugins: Readonly<Record<string, ESLint.Plugin>>;
  readonly language: GoLanguage;
  readonly languageOptions: Readonly<Record<string, unknown>>;
  readonly rules?: FileConfig["rules"];
}

/** ESLint's plugin of its own rules, which is loaded when a rule is looked up. */
const OWN_PLUGIN: ESLint.Plugin = {
  rules: new Proxy(
    {},
    { get: (_, name) => (typeof name === "string" ? loadOwnRules().get(name) : undefined) },
  ),
};

/** A config of Go files that ESLint's linter takes for one of its own. */
export class PlainConfig implements FileConfig {
  declare readonly plugins: Filled["plugins"];
  declare readonly language: GoLanguage;
  declare readonly languageOptions: Filled["languageOptions"];
  declare readonly rules?: NonNullable<FileConfig["rules"]>;
  declare readonly settings?: NonNullable<FileConfig["settings"]>;
  declare readonly linterOptions?: NonNullable<FileConfig["linterOptions"]>;
  readonly #languageName: string;

  constructor(merged: MergedConfig, filled: Filled) {
    const plugins = { "@": OWN_PLUGIN, ...filled.plugins };
    Object.assign(this, merged, filled, { plugins });
    this.#languageName = merged.language ?? "";
  }

  /** For ESLint. */
  getRuleDefinition(ruleId: string): unknown {
    return ruleOf(this, ruleId);
  }

  /**
   * For ESLint: checks the rules that a comment configures.
   *
   * @throws What ESLint throws for a config.
   */
  validateRulesConfig(rules: Linter.RulesRecord): void {
    const { Linter } = loadLinter();
    const { "@": _, ...plugins } = this.plugins;
    const language = this.#languageName;
    const config = [{ files: ["**"], plugins, language, rules }] as Linter.Config[];
    const options = { filename: "a.go", ruleFilter: () => false };
    new Linter().verify("", config, options);
  }

  /** Returns the config as data, as ESLint does. */
  toJSON(): Record<string, unknown> {
    const plugins = Object.entries(this.plugins).map(([name, plugin]) => {
      const { name: full, version } = { ...plugin.meta };
      if (full === undefined) return name;
      return `${name}:${version === undefined ? full : `${full}@${version}`}`;
    });
    const own = Object.fromEntries(Object.entries(this));
    return { ...own, plugins, language: this.#languageName };
  }
}
