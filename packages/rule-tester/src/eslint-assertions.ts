import { Linter, RuleTester as EslintRuleTester } from "eslint";
import type { ExpectedErrors, RuleTests } from "./cases.ts";
import type { FileToLint } from "./lint-case.ts";
import { languageConfig, type Subject } from "./subject.ts";

/** ESLint's tester without a test framework: a case that fails throws. */
class ImmediateTester extends EslintRuleTester {}
ImmediateTester.describe = (_title: string, run: () => void) => {
  run();
};
ImmediateTester.it = (_title: string, run: () => void) => {
  run();
};

/** The messages that a file has to have; none without `errors`. */
export interface ExpectedMessages {
  readonly errors?: ExpectedErrors | undefined;
  readonly output?: string | null | undefined;
}

/**
 * Checks one file by ESLint's own RuleTester, with all that it looks for: the rule's
 * schema, placeholders, messages, places, fixes and suggestions.
 *
 * @throws {Error} If the case does not hold.
 */
export function assertByEslint(
  { name, rule, base }: Subject,
  file: FileToLint,
  { errors, output }: ExpectedMessages,
  assertionOptions?: RuleTests["assertionOptions"],
): void {
  const { text: code, filename, cwd, options, settings, languageOptions } = file;
  const { allowSyntaxErrors } = file;
  const tester = new ImmediateTester(languageConfig({ allowSyntaxErrors, renamed: name }));
  Object.assign(tester, { linter: new Linter({ configType: "flat", cwd }) });
  const common = {
    code,
    filename,
    options: [...options],
    settings: { ...base.settings, ...settings },
    languageOptions: { ...base.languageOptions, ...languageOptions },
  };
  tester.run(name, rule, {
    valid: errors === undefined ? [common] : [],
    invalid:
      errors === undefined
        ? []
        : [{ ...common, errors, ...(output !== undefined && { output }) }],
    ...(assertionOptions && { assertionOptions }),
  });
}
