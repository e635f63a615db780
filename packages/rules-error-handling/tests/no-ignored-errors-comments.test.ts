import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { exempt, go } from "./support/ignored-errors.ts";

const WORDS = [
  "best-effort",
  "Deliberate",
  "deliberately",
  "an error",
  "errors",
  "fail",
].concat(
  ...["fails", "failed", "failure", "failures", "ignore", "ignored", "Ignores", "ignoring"],
  ...["intentional", "intentionally", "on purpose"],
);

new RuleTester().run("error-handling/no-ignored-errors, with comments", rule, {
  valid: [
    ...WORDS.map((words) =>
      exempt(`a comment with '${words}'`, `fail() // ${words}.`, "explained by a comment"),
    ),
    ...["nolint: gosec", " nolint:errcheck", "nolint:govet, errcheck", "nolint:all"].map(
      (directive) =>
        exempt(`the directive '${directive}'`, `fail() //${directive}`, "nolint directive"),
    ),
    exempt(
      "a block comment beside it",
      "fail() /* Fails\n\t\tnever. */",
      "explained by a comment",
    ),
    exempt(
      "two lines below it, where the block ends",
      "if true {\n\t\tfail()\n\t\t// Here nothing\n\t\t// fails.\n\t}",
      "explained by a comment",
    ),
    exempt(
      "beside the end of a call of several lines",
      "run := func(f func()) error { return nil }\n\trun(func() {\n\t\tprintln()\n\t}) // Never fails.",
      "explained by a comment",
    ),
  ],
  invalid: [
    ...["unfailing", "terrors", "ignorant", "purpose", "deliberation", "failsafe"].map(
      (word) => ({
        name: `a comment with '${word}'`,
        code: go(`fail() // ${word}`),
        errors: [{ messageId: "ignored" as const, line: 5, column: 2 }],
      }),
    ),
    ...["nolint:errcheckers", "nolint:xerrcheck", "x nolint", "nolint:govet // errors"].map(
      (directive) => ({
        name: `the comment '${directive}'`,
        code: go(`fail() //${directive}`),
        errors: [{ messageId: "ignored" as const, line: 5, column: 2 }],
      }),
    ),
    {
      name: "a comment above that begins behind it",
      code: go("if true { // Fails never.\n\tfail()\n\t}"),
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "a directive in another column above",
      code: go("\t//nolint:errcheck\n\tfail()"),
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "a comment in the call",
      code: go("closer.Do(closer{} /* fails */, 1)").replace(
        "closer) Close()",
        "closer) Do(int)",
      ),
      errors: [{ messageId: "ignored", line: 5, column: 2 }],
    },
  ],
});
