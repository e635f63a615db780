/** Functions of reports, which are plain data. Needs neither Node nor the parser. */
export {
  pairInPlace,
  pairMoved,
  type Identity,
  type Pair,
  type Pairing,
  type PlaceTests,
} from "./pairing.ts";
