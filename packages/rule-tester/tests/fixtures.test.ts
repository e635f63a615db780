import { describe, expect, test } from "@jest/globals";
import { RuleTester, runFixture, type FixtureOptions } from "@gopherwood/rule-tester";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collect, inFunction } from "./run-cases.ts";
import { breaksCode, fixesInSteps, NAME, noPrintln, suggestsTwo } from "./sample-rules.ts";

runFixture(NAME, noPrintln, new URL("./testdata/println.go", import.meta.url));
runFixture(NAME, noPrintln, fileURLToPath(new URL("./testdata/module", import.meta.url)));
runFixture(NAME, noPrintln, new URL("./testdata/module.txtar", import.meta.url));
new RuleTester().runFixture(NAME, noPrintln, inFunction('print() // want "call print"'), {
  name: "a text with options",
  options: [{ names: ["print"] }],
});

runFixture(
  "sample/fixes-in-steps",
  fixesInSteps,
  new URL("./testdata/steps.go", import.meta.url),
);
runFixture(
  "sample/suggests-two",
  suggestsTwo,
  new URL("./testdata/suggested.go", import.meta.url),
);

async function failureOf(text: string, options?: FixtureOptions): Promise<string | null> {
  const [ran] = await collect(() => {
    runFixture(NAME, noPrintln, text, options);
  });
  return ran?.failure ?? null;
}

describe("a fixture holds when", () => {
  test.each([
    ['println("a") // want "Do not call println"'],
    ["println(1); println(2) // want `call` `println`"],
    ['println(1) // A comment. // want "Do not"'],
    ['println(1) /* want "Do not" */'],
    ['// want +1 "Do not"\nprintln(1)'],
    ["logger.Info() // evidence compliant"],
    ["logger.Info() // evidence compliant(logger)"],
    ['logger.Debug(); logger.Warn() // evidence exempt "is allowed" undecided'],
    ['println(logger.Info()) // want "Do not" // evidence compliant(logger)'],
    ['println(1) // want "\\x44o \\156ot\\u0020call"'],
    ['// want +2 "Do not"\n\nprintln(1)'],
    ["// evidence +1 compliant undecided\nlogger.Info(); logger.Warn()"],
    // Without an evidence comment evidence is not asked for.
    ['println(logger.Info()) // want "Do not"'],
  ])("%s", async (body) => {
    expect(await failureOf(inFunction(body))).toBeNull();
  });
});

describe("a fixture fails with", () => {
  test.each([
    ["no comment that expects anything", "println(1)", /The fixture expects nothing/u],
    [
      "a message that no comment expects",
      'println(1) // want "Do not"\nprintln(2)',
      /\n {2}\+ fixture\.go:5:2: Do not call println\. \(println\)\n[^]*5 \| \tprintln\(2\)\n +\| \t\^{10} unexpected: Do not/u,
    ],
    [
      "a comment that no message meets",
      'print(1) // want "Do not"',
      /\n {2}- fixture\.go:4: want "Do not"\n[^]*4 \| \tprint\(1\) [^\n]*\n +\| \t\^{8} missing: want "Do not"/u,
    ],
    [
      "another message than the comment's",
      'println(1) // want "Use a logger"',
      /- fixture\.go:4: want "Use a logger"\n {2}\+ fixture\.go:4:2: Do not call println\./u,
    ],
    [
      "a message and a comment, in the order of the lines",
      'println(1)\nprint(2) // want "Do not"',
      /\n {2}\+ fixture\.go:4:2: Do not call[^\n]*\n {2}- fixture\.go:5: want "Do not"\n/u,
    ],
    [
      "one message for two comments",
      'println(1) // want "Do" "not"',
      /- fixture\.go:4: want "not"\n\n/u,
    ],
    [
      "a site that no comment expects",
      "logger.Info() // evidence compliant\nlogger.Debug()",
      /\+ fixture\.go:5:2: exempt "Debugging is allowed\."/u,
    ],
    [
      "another approach",
      "logger.Info() // evidence compliant(other)",
      /- fixture\.go:4: evidence compliant\(other\)/u,
    ],
    [
      "another reason",
      'logger.Debug() // evidence exempt "because"',
      /- fixture\.go:4: evidence exempt "because"/u,
    ],
    ["a pattern that is none", 'println(1) // want "("', /Line 4: Invalid regular expression/u],
    ["an escape that is not Go's", 'println(1) // want "\\q"', /Line 4: "\\q" has an escape/u],
    [
      "a want that cannot be read",
      "println(1) // want 'x'",
      /Line 4: the '\/\/ want' comment: cannot read ''x''/u,
    ],
    ["a want for nothing", "println(1) // want", /it expects nothing/u],
    [
      "a verdict that is none",
      "println(1) // evidence fine",
      /the '\/\/ evidence' comment: cannot read 'fine'/u,
    ],
    [
      "two reasons for one site",
      'logger.Debug() // evidence exempt "is" "allowed"',
      /cannot read '"allowed"'/u,
    ],
    ["a reason of nothing", 'logger.Debug() // evidence "is"', /cannot read '"is"'/u],
    [
      "a line after the message",
      'println(1) // want "Do not" +1',
      /the '\/\/ want' comment: cannot read '\+1'; write \/\/ want "regexp"\./u,
    ],
    [
      "a message on the next line",
      '// want +1 "Do not"\n\nprintln(1)',
      /- fixture\.go:5: want "Do not"\n {2}\+ fixture\.go:6:2: Do not call/u,
    ],
    [
      "a verdict in a want",
      "logger.Info() // want compliant",
      /the '\/\/ want' comment: cannot read 'compliant'/u,
    ],
    ["a syntax error", 'println( // want "x"', /fixture\.go has a syntax error/u],
  ])("%s", async (_what, body, message) => {
    expect(await failureOf(inFunction(body))).toMatch(message);
  });

  test("a fix that leaves a syntax error", async () => {
    const [ran] = await collect(() => {
      runFixture("sample/breaks-code", breaksCode, inFunction('println() // want "Do not"'));
    });
    expect(ran?.failure).toContain("leaves a syntax error");
  });
});

describe("a golden file fails with", () => {
  const steps = (golden: string) =>
    `-- a.go --\n${inFunction('one() // want "two"')}-- a.go.golden --\n${golden}`;

  test("the code after the first pass alone, and says the lines", async () => {
    const [ran] = await collect(() => {
      const golden = inFunction('two() // want "two"');
      runFixture("sample/fixes-in-steps", fixesInSteps, steps(golden));
    });
    expect(ran?.failure).toMatch(
      /The fixes of a\.go differ from the golden file \(- expected, \+ actual\):\n\n {2}from line 4:\n {2}- \ttwo\(\)[^\n]*\n {2}\+ \tthree\(\)[^\n]*$/u,
    );
  });

  test("a suggestion that the rule does not make, and other code after one", async () => {
    const directory = mkdtempSync(join(tmpdir(), "golden-"));
    try {
      const path = join(directory, "a.go");
      writeFileSync(path, inFunction('print(1) // want "Do not"'));
      const failure = async (golden: string) => {
        writeFileSync(`${path}.golden`, golden);
        const [ran] = await collect(() => {
          runFixture("sample/suggests-two", suggestsTwo, path);
        });
        return ran?.failure;
      };
      expect(await failure("-- Write 'x'. --\npackage p\n")).toMatch(
        /a\.go\.golden has a section for 'Write 'x'\.', which the rule does not suggest\. It suggests 'Write 'println'\.', 'Write 'log\.Print'\.'\.$/u,
      );
      expect(await failure("-- Write 'println'. --\npackage p\n")).toMatch(
        /The suggestions 'Write 'println'\.' of a\.go differ from the golden file/u,
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
