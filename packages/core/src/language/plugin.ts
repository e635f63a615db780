import { GoLanguage } from "./go-language.ts";
import { disk } from "../source/disk.node.ts";
import { version } from "../version.generated.ts";

/** Core as an ESLint plugin: it brings the language `gopherwood/go` and no rules. */
export const gopherwood = {
  meta: { name: "@gopherwood/core", namespace: "gopherwood", version },
  languages: { go: new GoLanguage(disk) },
  rules: {},
};
