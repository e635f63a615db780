/** What was looked up beside the code, for the assessment. */
export interface Survey {
  /** What documents each system, by its globs. */
  readonly documentation: readonly ReportedDocument[];
  /** Where retired files are still named: those of deprecated systems, and copies. */
  readonly references: readonly Reference[];
}

export interface ReportedDocument {
  readonly path: string;
  readonly lines: number;
  /** The names of systems. */
  readonly systems: readonly string[];
}

export interface Reference {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** `import`: Go code imports the package. `mention`: a document names the path. */
  readonly kind: "import" | "mention";
  /** The file or directory that is meant, relative to the root. */
  readonly target: string;
  /** The line, shortened when long. */
  readonly text: string;
}
