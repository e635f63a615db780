import type { ESLint } from "eslint";

/** A config as ESLint made it for a file: validated, defaults filled in. */
export interface FileConfig {
  readonly language?: { readonly nodeTypeKey?: string };
  readonly plugins?: Readonly<Record<string, ESLint.Plugin>>;
  readonly rules?: Readonly<Record<string, [severity: number, ...options: unknown[]]>>;
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly processor?: unknown;
  readonly linterOptions?: { readonly noInlineConfig?: boolean };
  toJSON?(): Record<string, unknown>;
}
