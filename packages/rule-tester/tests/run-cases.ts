import { RuleTester, type RuleTests } from "@gopherwood/rule-tester";
import type { RuleDefinition } from "@eslint/core";

/** The result of one test that a tester defined. */
export interface Ran {
  readonly title: string;
  /** The failure's message, or null. */
  readonly failure: string | null;
  readonly error: unknown;
}

/** Collects the tests that a tester defines instead of handing them to Jest, and runs them. */
export async function collect(define: () => void): Promise<Ran[]> {
  const tests: { title: string; run: () => Promise<void> }[] = [];
  const { describe, it } = RuleTester;
  RuleTester.describe = (_title: string, run: () => void) => {
    run();
  };
  RuleTester.it = (title: string, run: () => Promise<void>) => void tests.push({ title, run });
  try {
    define();
  } finally {
    RuleTester.describe = describe;
    RuleTester.it = it;
  }
  const ran: Ran[] = [];
  for (const { title, run } of tests) {
    const error: unknown = await run().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    ran.push({ title, failure: error instanceof Error ? error.message : null, error });
  }
  return ran;
}

/** Returns the failures of a rule's cases; null for those that hold. */
export async function failuresOf(
  name: string,
  rule: RuleDefinition,
  tests: Partial<RuleTests>,
): Promise<(string | null)[]> {
  const ran = await collect(() => {
    new RuleTester().run(name, rule, { valid: [], invalid: [], ...tests });
  });
  return ran.map(({ failure }) => failure);
}

/** Returns a Go file with one function of this body. */
export function inFunction(body: string): string {
  return `package p\n\nfunc f() {\n\t${body.split("\n").join("\n\t")}\n}\n`;
}
