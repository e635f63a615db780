import { definePack } from "@gopherwood/core";
import { rules } from "./rules.generated.ts";
import { version } from "./version.generated.ts";

/** Rules that do nothing until a team's config says what they restrict or require. */
export default definePack({
  name: "@gopherwood/rules-go",
  namespace: "go",
  version,
  pages: "https://github.com/gopherwood/gopherwood/blob/main/packages/rules-go/docs/rules",
  rules,
  recommended: {},
});
