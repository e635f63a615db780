/** Functions of reports, which are plain data. Needs neither Node nor the parser. */
export {
  compareWithBaseline,
  entryOf,
  grownEntries,
  type BaselineComparison,
  type BaselineSurroundings,
} from "./baseline.ts";
export { BaselineError, parseBaseline, printBaseline } from "./baseline-text.ts";
export { findingsOf, type Finding } from "./findings.ts";
export { groupBy, largestGroups } from "./group-by.ts";
export { groupByReason, type ReasonGroup } from "./group-by-reason.ts";
export { keepMessages } from "./keep-messages.ts";
export { mergeReports } from "./merge.ts";
export {
  pairInPlace,
  pairMoved,
  type Identity,
  type Pair,
  type Pairing,
  type PlaceTests,
} from "./pairing.ts";
export { MergeError, type NamedReport } from "./shards.ts";
export { subtractBaseline } from "./subtract.ts";
