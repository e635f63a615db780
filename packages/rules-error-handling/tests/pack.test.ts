import { testPack } from "../../../tests/support/pack-contract.ts";
import pack from "../src/index.ts";

testPack(pack, [
  "no-fatal-outside-main",
  "no-ignored-errors",
  "no-swallowed-errors",
  "require-error-wrapping",
]);
