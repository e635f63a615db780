/** Tests of Gopherwood rules: see the package's README. */
export type * from "./cases.ts";
export type { FixtureOptions } from "./fixture.ts";
export type { TesterOptions } from "./subject.ts";
export { RuleTestError } from "./failure.ts";
export { RuleTester, runFixture, runPages } from "./rule-tester.ts";
