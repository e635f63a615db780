/** Documents and imports that an assessment needs beside the code. */
export interface Survey {
  /** The documents of the systems, by their globs. */
  readonly documentation: readonly ReportedDocument[];
  /** The places that still name retired files: those of deprecated systems, and copies. */
  readonly references: readonly Reference[];
  /** The packages of no system that files of several systems import, tests left out. */
  readonly shared: readonly SharedPackage[];
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

export interface SharedPackage {
  /** The directory, relative to the root. */
  readonly path: string;
  /** The names of the systems that import it, in the order of the config. */
  readonly systems: readonly string[];
}
