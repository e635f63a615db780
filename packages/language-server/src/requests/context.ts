import type { Documents } from "../documents.ts";
import type { Failures } from "../failures.ts";
import type { Session } from "../session.ts";

/** The parts of the server that requests are answered from. */
export interface RequestContext {
  readonly session: Session;
  readonly documents: Documents;
  readonly failures: Failures;
}
