/** Functions of reports, which are plain data. Needs neither Node nor the parser. */
export { findingsOf, type Finding } from "./findings.ts";
export { groupBy } from "./group-by.ts";
export {
  pairInPlace,
  pairMoved,
  type Identity,
  type Pair,
  type Pairing,
  type PlaceTests,
} from "./pairing.ts";
