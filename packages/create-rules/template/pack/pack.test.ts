import { runPages } from "@gopherwood/rule-tester";
import pack from "../src/index.ts";

// Each rule has a page in docs/rules, and judges the code of the page as it says.
runPages(pack, new URL("../docs/rules/", import.meta.url));
