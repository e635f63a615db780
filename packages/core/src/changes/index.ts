/** The changes since a revision. Needs Node and git. */
import "../index.ts";

export { lintChanges, type ChangeOptions } from "./lint-changes.ts";
export { findRevision, RevisionError, textAt, type Revision } from "./revision.ts";
