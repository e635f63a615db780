import { parse } from "yaml";
import { translateGolangci } from "../src/from-golangci/index.ts";

/** Returns the rules, restrictions and missing parts of one linter with some settings. */
export function translated(linter: string, settings: object | string = {}) {
  const written = typeof settings === "string" ? settings : JSON.stringify(settings);
  const { text, missing } = translateGolangci(
    `version: "2"\nlinters:\n  default: none\n  enable: [${linter}]\n` +
      `  settings: { ${linter}: ${written} }\n`,
    ".golangci.yml",
  );
  const { rules } = parse(text) as { rules: Record<string, [severity: string, object]> };
  return { rules, missing };
}

/** Returns a rule that is on, with its restrictions. */
export const restricted = (...restrictions: object[]) => ["error", { restrictions }];
