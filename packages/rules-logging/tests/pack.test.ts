import { testPack } from "../../../tests/support/pack-contract.ts";
import pack from "../src/index.ts";

testPack(pack, ["no-debug-leftovers", "no-secret-fields", "structured-arguments"]);
