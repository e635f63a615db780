import type { GolangciConfig, Values } from "./golangci-config.ts";

/** An entry of a rule's `restrictions`. */
export type Restriction = Readonly<Record<string, unknown>>;

/** The meaning of a linter's settings here. */
export interface Translation {
  /** The rules that do the same, with their options. */
  readonly rules?: Readonly<Record<string, Values>>;
  /** Entries of the rules of `@gopherwood/rules-go`, by rule. */
  readonly restrictions?: Readonly<Record<string, readonly Restriction[]>>;
  /** The settings without a counterpart, each with the name of the linter. */
  readonly missing?: readonly string[];
}

/** Translates the settings of a linter that is on. */
export type Translate = (settings: Values, config: GolangciConfig) => Translation;
