import type { Edit } from "./edits.ts";

/** An import that a fix needs. */
export interface WantedImport {
  readonly path: string;
  /** The name to write before the path, where the package's own will not do. */
  readonly alias: string | null;
  /** The name that the file knows the package by. */
  readonly name: string;
}

/** The fix of one violation: edits and imports, all or none. */
export interface GoFix {
  readonly edits: readonly Edit[];
  readonly ensures: readonly WantedImport[];
  /** Import paths that are removed if nothing uses them any more. */
  readonly drops: readonly string[];
}
