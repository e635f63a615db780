import { testPack } from "../../../tests/support/pack-contract.ts";
import pack from "../src/index.ts";

testPack(pack, ["no-commented-out-code", "no-dead-imports", "no-duplicate-files"]);
