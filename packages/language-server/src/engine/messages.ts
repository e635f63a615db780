import type { OpenDocuments } from "@gopherwood/core/documents";
import type { LintedDocument } from "./linted-document.ts";

type Documents = Pick<
  OpenDocuments,
  "change" | "changesAt" | "close" | "filesChanged" | "filesIn" | "fix" | "rulePage"
>;

/** The methods of the engine's thread. */
export type EngineMethods = {
  [Name in keyof Documents]: (
    ...parameters: Parameters<Documents[Name]>
  ) => Promise<Awaited<ReturnType<Documents[Name]>>>;
} & {
  /** Lints a document, or a file; null if it has no config or is ignored by it. */
  lint(path: string): Promise<LintedDocument | null>;
  lintWithin(path: string, reach: "package" | "imports"): Promise<LintedDocument | null>;
  lintWhileTyping(path: string): Promise<LintedDocument | null>;
  /** Returns the config files that were used so far, and the project's files that they import. */
  configFiles(): Promise<readonly string[]>;
};

export type MethodName = keyof EngineMethods;

export interface Request {
  readonly id: number;
  readonly method: MethodName;
  readonly parameters: readonly unknown[];
}

/** An error in the engine's thread. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

export type Response =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };
