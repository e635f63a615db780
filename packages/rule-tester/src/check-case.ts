import { parse, resolve } from "node:path";
import type { Case, ExpectedErrors, ExpectedOutput, ExpectedSite, RuleTests } from "./cases.ts";
import { checkFile, type FileCase } from "./check-file.ts";
import { RuleTestError } from "./failure.ts";
import type { FileToLint } from "./lint-case.ts";
import { goFilesOf, moduleFiles } from "./module-files.ts";
import type { Subject } from "./subject.ts";
import { inTemporaryModule } from "./temporary-module.ts";

type CaseObject = Exclude<Case, string>;
type CodeCase = Extract<CaseObject, { code: string }>;
type ModuleCase = Exclude<CaseObject, CodeCase>;

/**
 * The directory of cases without a module; it does not exist, so nothing beside them is read.
 */
const NOWHERE = resolve("/gopherwood-rule-tester");

const CANNOT_FAIL =
  "This case cannot fail: the code has none of the words of the rule's 'meta.prefilter', " +
  "so the rule never looks at it. Write code that a wrong rule would report.";

/**
 * Checks one case: every file of it.
 *
 * @throws {RuleTestError} If it does not hold, or tests nothing.
 */
export async function checkCase(
  subject: Subject,
  item: Case,
  assertionOptions: RuleTests["assertionOptions"],
): Promise<void> {
  const testCase = typeof item === "string" ? { code: item } : item;
  testCase.before?.();
  try {
    const check = async (files: readonly FileCase[]): Promise<void> => {
      let seen = false;
      for (const file of files) {
        const sees = await checkFile(subject, file, assertionOptions);
        seen ||= sees;
      }
      if (!seen) throw new RuleTestError(CANNOT_FAIL);
    };
    if ("code" in testCase) {
      await check([codeFile(testCase)]);
    } else {
      const files = moduleFiles(testCase.files);
      await inTemporaryModule(files, (directory) =>
        check(moduleFileCases(testCase, files, directory)),
      );
    }
  } finally {
    testCase.after?.();
  }
}

/** Returns the settings of a case that all of its files share. */
export function sharedSettings(
  testCase: Pick<CaseObject, "options" | "settings" | "languageOptions" | "allowSyntaxErrors">,
): Pick<FileToLint, "options" | "settings" | "languageOptions" | "allowSyntaxErrors"> {
  const { options = [], settings, languageOptions, allowSyntaxErrors = false } = testCase;
  return { options, settings, languageOptions, allowSyntaxErrors };
}

/** Returns the place of a file that is in no module. */
export function nowhere(filename = "file.go"): Pick<FileToLint, "filename" | "cwd"> {
  const path = resolve(NOWHERE, filename);
  return { filename: path, cwd: path.startsWith(NOWHERE) ? NOWHERE : parse(path).root };
}

function codeFile(testCase: CodeCase): FileCase {
  return {
    ...sharedSettings(testCase),
    ...nowhere(testCase.filename),
    text: testCase.code,
    sites: testCase.sites,
    ...("errors" in testCase && { errors: testCase.errors, output: testCase.output }),
  };
}

function moduleFileCases(
  testCase: ModuleCase,
  files: Readonly<Record<string, string>>,
  directory: string,
): FileCase[] {
  const { filename } = testCase;
  const errors = byFile<ExpectedErrors>("errors", testCase, filename, Array.isArray);
  const sites = byFile<readonly ExpectedSite[]>("sites", testCase, filename, Array.isArray);
  const output = byFile<ExpectedOutput>("output", testCase, filename, isOutput);
  const named = [errors, sites, output].flatMap((map) => Object.keys(map));
  const names = goFilesOf(files, [...named, ...(filename === undefined ? [] : [filename])]);
  if ("errors" in testCase && Object.keys(errors).length === 0) {
    throw new RuleTestError("Did not specify errors for any file of an invalid case.");
  }
  return names.map((name) => ({
    ...sharedSettings(testCase),
    filename: resolve(directory, name),
    cwd: directory,
    text: files[name] as string,
    errors: errors[name],
    output: output[name],
    sites: sites[name],
  }));
}

/**
 * Returns the expectations of a module's case by file: those of a list are for the file that
 * the case names.
 */
function byFile<T>(
  property: string,
  testCase: ModuleCase,
  filename: string | undefined,
  isOfOneFile: (value: unknown) => boolean,
): Readonly<Record<string, T>> {
  const value = (testCase as unknown as Record<string, unknown>)[property];
  if (value === undefined) return {};
  if (typeof value === "object" && !isOfOneFile(value))
    return (value ?? {}) as Record<string, T>;
  if (filename === undefined) {
    throw new RuleTestError(
      `Give '${property}' by file, or say by 'filename' which file it is of.`,
    );
  }
  return { [filename]: value as T };
}

function isOutput(value: unknown): boolean {
  return typeof value === "string" || value === null || Array.isArray(value);
}
