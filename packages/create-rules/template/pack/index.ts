import { definePack } from "@gopherwood/core";
import { createRequire } from "node:module";
import { rules } from "./rules.ts";

const { name, version } = createRequire(import.meta.url)("../package.json") as {
  name: string;
  version: string;
};

/** The pack, and its presets in `configs`. */
export default definePack({
  name,
  namespace: "example",
  version,
  rules,
  // Add the address of docs/rules, for links from messages to pages:
  // pages: "https://github.com/<team>/<repository>/blob/main/docs/rules",
  // The rules that are for every team, which configs.recommended turns on.
  recommended: { "no-println": "error" },
});
