import { ESLint, type Linter } from "eslint";
import core from "../../src/index.ts";
import type { FileConfig } from "../../src/runner/file-config.ts";
import type { FileLinter } from "../../src/runner/lint-text.ts";
import { TextLinter } from "../../src/runner/linter/text-linter.ts";
import { withWatchedRules } from "../../src/runner/watched-rules.ts";
import { NO_FILES } from "../../src/source/file-system.ts";

/** Returns a linter that reads no other files and has no time limit. */
export function newLinter(): FileLinter {
  return {
    linter: new TextLinter("/"),
    files: NO_FILES,
    ruleTimeout: 0,
    endlessOutcome: "it is off.",
    withLimit: (_, run) => run(),
    allowInlineConfig: true,
    endless: new Set(),
  };
}

/** Returns a config as ESLint makes it. */
export async function configOf(
  rules: Record<string, unknown>,
  severity = 2,
): Promise<FileConfig> {
  const eslint = new ESLint({
    cwd: "/",
    overrideConfigFile: true,
    overrideConfig: withWatchedRules({
      files: ["**/*.go"],
      plugins: { gopherwood: core, demo: { rules: rules as never } },
      language: "gopherwood/go",
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`demo/${name}`, severity])),
    } as Linter.Config),
  });
  return (await eslint.calculateConfigForFile("/p/a.go")) as FileConfig;
}
