import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { workFolder, writeFiles } from "./support/work-folder.ts";

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The parts of a package.json that the tester's README tells users of Jest to write. */
const CONFIGS = [
  ...readFileSync(path("packages/rule-tester/README.md"), "utf8").matchAll(
    /^"jest": (?<config>.+)$/gmu,
  ),
].map(({ groups }) => JSON.parse(groups?.["config"] ?? "") as object);

const TESTS = `import errorHandling from "@gopherwood/rules-error-handling";
import { RuleTester } from "@gopherwood/rule-tester";

const code = (line) => "package p\\n\\nfunc f() {\\n\\t" + line + "\\n}\\n";

new RuleTester().run("error-handling/no-panic", errorHandling.rules["no-panic"], {
  valid: [code("x.panic()"), code('panic("b")')],
  invalid: [
    { code: code('panic("a")'), errors: [{ messageId: "panic", line: 4, column: 2 }] },
    { code: code('panic("c")'), errors: [{ messageId: "panic", line: 4, column: 3 }] },
  ],
});
`;

test("the README has a config for JavaScript and one for TypeScript", () => {
  expect(CONFIGS).toHaveLength(2);
});

test.each([
  ["JavaScript", "js", 0],
  ["TypeScript", "ts", 1],
])("cases of a rule in %s run in Jest, and a failure says what is wrong", (_, ext, config) => {
  const cwd = workFolder();
  writeFiles(cwd, {
    "package.json": JSON.stringify({ type: "module", jest: CONFIGS[config] }),
    [`a.test.${ext}`]: ext === "ts" ? TESTS.replace("(line)", "(line: string)") : TESTS,
  });
  const jest = ["--experimental-vm-modules", path("node_modules/jest/bin/jest.js"), "--json"];
  const { stdout } = spawnSync(process.execPath, jest, { cwd, encoding: "utf8" });
  const { testResults } = JSON.parse(stdout) as {
    testResults: { assertionResults: { status: string; failureMessages: string[] }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(results.map(({ status }) => status)).toEqual(["passed", "failed", "passed", "failed"]);
  expect(results.map(({ failureMessages: [message = ""] }) => message)).toEqual([
    "",
    expect.stringContaining('| \tpanic("b")\n    | \t^^^^^^^^^^ Return an error'),
    "",
    expect.stringContaining(
      "expected: { line: 4, column: 3 }\n  actual:   { line: 4, column: 2 }",
    ),
  ]);
});
