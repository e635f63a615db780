import type { RuleDefinition } from "@eslint/core";
import { RuleTester as EslintRuleTester } from "eslint";
import type { GoPack } from "@gopherwood/core";
import type { Case, RuleTests } from "./cases.ts";
import { checkCase } from "./check-case.ts";
import { Duplicates } from "./duplicates.ts";
import { RuleTestError } from "./failure.ts";
import { checkFixture, readFixture, type FixtureOptions } from "./fixture.ts";
import { checkPage } from "./pages.ts";
import type { Subject, TesterOptions } from "./subject.ts";

// Node's test runner has no globals, and says in this variable that it runs.
const nodeTest = process.env["NODE_TEST_CONTEXT"]
  ? process.getBuiltinModule("node:test")
  : null;

/** ESLint's way of finding a test framework, with settings apart from ESLint's own tester. */
class Framework extends EslintRuleTester {}

if (nodeTest && !("describe" in globalThis)) {
  Framework.describe = nodeTest.describe as FrameworkFunction;
  Framework.it = nodeTest.it as FrameworkFunction;
}

type FrameworkFunction = (...args: never[]) => unknown;

const TITLE_CONTROLS = /(?!\n)\p{Cc}/gu;

/**
 * Tests rules for Go. Uses the global `describe` and `it` of Jest, Mocha, Vitest, or those of
 * `node --test`; others are set by `RuleTester.describe = ...` and `RuleTester.it = ...`. Where
 * there are none, the cases run at once.
 */
export class RuleTester {
  static get describe(): FrameworkFunction | null {
    return Framework.describe;
  }

  static set describe(value: FrameworkFunction | null) {
    Framework.describe = value;
  }

  static get it(): FrameworkFunction | null {
    return Framework.it;
  }

  static set it(value: FrameworkFunction | null) {
    Framework.it = value;
  }

  static get itOnly(): FrameworkFunction | null {
    return Framework.itOnly;
  }

  static set itOnly(value: FrameworkFunction | null) {
    Framework.itOnly = value;
  }

  static #itSkip: FrameworkFunction | undefined;

  /** Returns the `skip` of `it` by default; without one, a skipped case does not appear. */
  static get itSkip(): FrameworkFunction {
    const { skip } = (Framework.it ?? {}) as { skip?: FrameworkFunction };
    return RuleTester.#itSkip ?? skip ?? (() => {});
  }

  static set itSkip(value: FrameworkFunction | undefined) {
    RuleTester.#itSkip = value;
  }

  readonly #base: TesterOptions;

  /** @param base `languageOptions` and `settings` of every case. */
  constructor(base: TesterOptions = {}) {
    this.#base = base;
  }

  /**
   * Tests a rule by cases.
   *
   * @param name The rule's id as configured, `pack/rule`.
   */
  run(name: string, rule: RuleDefinition, tests: RuleTests): void {
    assertRule(name, rule);
    assertTests(name, tests);
    const subject = { name, rule, base: this.#base };
    const callSite = stackAbove(Reflect.get(this, "run"));
    const duplicates = new Duplicates();
    describe(name, () => {
      for (const group of ["valid", "invalid"] as const) {
        if (tests[group].length === 0) continue;
        describe(group, () => {
          for (const [index, item] of tests[group].entries()) {
            const label = `${group}[${index}]`;
            it(titleOf(item), item, () =>
              withStack(callSite, `${label} of ${name}`, async () => {
                duplicates.add(item, label);
                assertGroup(group, item);
                await checkCase(subject, item, tests.assertionOptions);
              }),
            );
          }
        });
      }
    });
  }

  /**
   * Tests a rule by a fixture: Go code with `// want "regexp"` and `// evidence ...`
   * comments on the lines that the rule judges.
   *
   * @param fixture A path, URL or text: see `readFixture`.
   */
  runFixture(
    name: string,
    rule: RuleDefinition,
    fixture: string | URL,
    options: FixtureOptions = {},
  ): void {
    assertRule(name, rule);
    const subject: Subject = { name, rule, base: this.#base };
    const callSite = stackAbove(Reflect.get(this, "runFixture"));
    const read = readFixture(fixture, options.filename);
    describe(name, () => {
      it(options.name ?? read.title, options, () =>
        withStack(callSite, `The fixture ${read.title} of ${name}`, () =>
          checkFixture(subject, read, options),
        ),
      );
    });
  }
}

/** Tests a rule by a fixture, without a tester of one's own: see `RuleTester`. */
export function runFixture(...args: Parameters<RuleTester["runFixture"]>): void {
  new RuleTester().runFixture(...args);
}

/**
 * Tests the pages of a pack's rules: each has one, and judges the code on it as the page says.
 *
 * @param directory Of the pages, `docs/rules` of the pack: a path or URL.
 */
export function runPages(pack: GoPack<string>, directory: string | URL): void {
  const callSite = stackAbove(runPages);
  describe(`the pages of ${pack.meta.namespace}`, () => {
    for (const name of Object.keys(pack.rules)) {
      it(name, {}, () =>
        withStack(callSite, `The page of ${pack.meta.namespace}/${name}`, () =>
          checkPage(pack, name, directory),
        ),
      );
    }
  });
}

function describe(title: string, define: () => void): void {
  (RuleTester.describe as (title: string, define: () => void) => void)(title, define);
}

function it(
  title: string,
  item: { only?: boolean; skip?: boolean } | string,
  run: () => Promise<void>,
): void {
  const { only = false, skip = false } = typeof item === "string" ? {} : item;
  const test = skip ? RuleTester.itSkip : only ? RuleTester.itOnly : RuleTester.it;
  (test as (title: string, run: () => Promise<void>) => void)(title, run);
}

function titleOf(item: Case): string {
  const { name, code, files } = (typeof item === "string" ? { code: item } : item) as {
    name?: string;
    code?: string;
    files?: string | object;
  };
  const title =
    name ?? code ?? (typeof files === "object" ? Object.keys(files).join(" ") : files);
  return String(title).replace(
    TITLE_CONTROLS,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function assertRule(name: string, rule: RuleDefinition): void {
  if (typeof rule?.create !== "function") {
    throw new TypeError(`The rule ${name} must be an object with a 'create' method.`);
  }
}

function assertTests(name: string, tests: RuleTests): void {
  if (!Array.isArray(tests?.valid) || !Array.isArray(tests.invalid)) {
    throw new TypeError(`The tests of ${name} must have 'valid' and 'invalid' arrays.`);
  }
  if (tests.valid.length + tests.invalid.length === 0) {
    throw new RuleTestError(`The tests of ${name} have no case.`);
  }
}

function assertGroup(group: "valid" | "invalid", item: Case): void {
  const has = (property: string) => typeof item === "object" && property in item;
  if (typeof item !== "string" && has("code") === has("files")) {
    throw new RuleTestError("A case has either 'code' or 'files'.");
  }
  if (group === "invalid" && !has("errors")) {
    throw new RuleTestError("An invalid case must say its 'errors'.");
  }
  for (const property of ["errors", "output"]) {
    if (group === "valid" && has(property)) {
      throw new RuleTestError(`A valid case must not have '${property}'.`);
    }
  }
}

/** Returns the stack above a function, so that a failure points to the test. */
function stackAbove(called: FrameworkFunction): string {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, called);
  return (holder.stack ?? "").replace(/^[^\n]*\n?/u, "");
}

async function withStack(
  callSite: string,
  label: string,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof RuleTestError)) throw error;
    error.message = `${label}: ${error.message}`;
    error.stack = `${error.name}: ${error.message}\n${callSite}`;
    throw error;
  }
}
