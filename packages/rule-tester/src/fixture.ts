import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ValidCase } from "./cases.ts";
import { nowhere, sharedSettings } from "./check-case.ts";
import { assertExpectations } from "./check-fixture.ts";
import { assertGolden } from "./check-golden.ts";
import { assertPrintable } from "./check-reports.ts";
import { assertRewritings } from "./check-rewritings.ts";
import { assertShadowing } from "./check-shadowing.ts";
import { readExpectations, type Expectation } from "./expectations.ts";
import { RuleTestError } from "./failure.ts";
import { lintCase, type FileToLint } from "./lint-case.ts";
import { goFilesOf } from "./module-files.ts";
import { passesPrefilter } from "./prefilter.ts";
import type { Subject } from "./subject.ts";
import { assertFixesParse, assertParses } from "./syntax.ts";
import { inTemporaryModule } from "./temporary-module.ts";
import { isTxtar, parseTxtar } from "./txtar.ts";

/** The end of the name of a file with the text after the fixes. */
const GOLDEN = ".golden";

/** The options of a fixture, as those of a case. */
export type FixtureOptions = Omit<ValidCase, "code" | "sites">;

/** A fixture as it was read: one file, or a module. */
export interface Fixture {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly isModule: boolean;
}

/**
 * Reads a fixture.
 *
 * @param source The path or URL of a `.go` file, of a txtar file, or of a directory
 *   that is a module; or the text of a Go file or of a txtar.
 */
export function readFixture(source: string | URL, filename = "fixture.go"): Fixture {
  if (typeof source === "string" && source.includes("\n")) {
    return fixtureOfText(source, filename, filename);
  }
  const path = source instanceof URL ? fileURLToPath(source) : source;
  const title = basename(path);
  if (statSync(path).isDirectory()) {
    return { title, files: readDirectory(path), isModule: true };
  }
  const name = path.endsWith(".go") ? title : filename;
  const fixture = fixtureOfText(readFileSync(path, "utf8"), title, name);
  const golden = `${path}${GOLDEN}`;
  if (fixture.isModule || !existsSync(golden)) return fixture;
  const files = { ...fixture.files, [`${name}${GOLDEN}`]: readFileSync(golden, "utf8") };
  return { ...fixture, files };
}

function fixtureOfText(text: string, title: string, filename: string): Fixture {
  return isTxtar(text)
    ? { title, files: parseTxtar(text), isModule: true }
    : { title, files: { [filename]: text }, isModule: false };
}

function readDirectory(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile());
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [
        relative(directory, path).split(sep).join("/"),
        readFileSync(path, "utf8"),
      ]),
  );
}

/**
 * Checks a fixture against its comments.
 *
 * @throws {RuleTestError} If the rule did not say what they expect, or they expect nothing.
 */
export async function checkFixture(
  subject: Subject,
  { files, isModule }: Fixture,
  options: FixtureOptions,
): Promise<void> {
  const expectations = new Map(
    goFilesOf(files, []).map((name) => [name, readExpectations(files[name] as string)]),
  );
  const all = [...expectations.values()].flat();
  if (all.length === 0) {
    throw new RuleTestError(
      "The fixture expects nothing: it has no '// want' and no '// evidence' comment.",
    );
  }
  const withEvidence = all.some(({ verdict }) => verdict !== "violation");
  const check = async (name: string, place: Pick<FileToLint, "filename" | "cwd">) => {
    const text = files[name] as string;
    const file = { ...sharedSettings(options), ...place, text };
    const expected = { expectations: expectations.get(name) ?? [], withEvidence };
    const golden = files[`${name}${GOLDEN}`];
    await checkFixtureFile(subject, name, file, { ...expected, golden });
  };
  if (isModule) {
    await inTemporaryModule(files, async (cwd) => {
      for (const name of expectations.keys()) {
        await check(name, { filename: resolve(cwd, name), cwd });
      }
    });
  } else {
    for (const name of expectations.keys())
      await check(name, nowhere(options.filename ?? name));
  }
}

interface ExpectedOfFile {
  readonly expectations: readonly Expectation[];
  readonly withEvidence: boolean;
  /** The golden file, if there is one. */
  readonly golden: string | undefined;
}

async function checkFixtureFile(
  subject: Subject,
  name: string,
  file: FileToLint,
  { expectations, withEvidence, golden }: ExpectedOfFile,
): Promise<void> {
  const { text, allowSyntaxErrors } = file;
  if (!allowSyntaxErrors) {
    assertParses(text, `${name} has a syntax error (set 'allowSyntaxErrors' if it is meant):`);
  }
  const outcome = await lintCase(subject, file);
  assertPrintable(subject.rule, outcome, text);
  assertExpectations(name, text, expectations, outcome, withEvidence);
  if (!allowSyntaxErrors) {
    assertFixesParse(text, outcome.messages);
    assertRewritings(subject, file, outcome);
    assertShadowing(subject, file, outcome);
  }
  if (golden !== undefined) assertGolden(subject, name, file, outcome.messages, golden);
  if (expectations.length > 0 && !passesPrefilter(subject.rule, outcome.options ?? [], text)) {
    throw new RuleTestError(`${name}: the rule's prefilter hides the file from the rule.`);
  }
}
