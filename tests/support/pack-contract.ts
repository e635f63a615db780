import { describe, expect, test } from "@jest/globals";
import type { GoPack } from "@gopherwood/core";

/** Tests that a pack's rules are named, described and configured as all rules are. */
export function testPack(pack: GoPack, recommended: readonly string[]): void {
  const { namespace } = pack.meta;

  describe.each(Object.entries(pack.rules))(`${namespace}/%s`, (name, { meta, ...rule }) => {
    test("its id is its name and its address its page", () => {
      expect(rule.name).toBe(`${namespace}/${name}`);
      expect(meta.docs.url).toMatch(
        new RegExp(`/rules-${namespace}/docs/rules/${name}\\.md$`, "u"),
      );
    });

    test("it is described", () => {
      expect(["problem", "suggestion", "layout"]).toContain(meta.type);
      expect(meta.docs.description).toMatch(/^(?:Disallow|Require|Enforce) .*\.$/u);
      for (const message of Object.values(meta.messages)) {
        expect(message).toMatch(/^[A-Z].*\.$/u);
      }
    });

    test("its options are closed, and each has a default, a type and a description", () => {
      const [defaults = {}] = meta.defaultOptions as object[];
      expect(meta.schema).toEqual([
        {
          type: "object",
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.keys(defaults).map((option) => [
              option,
              expect.objectContaining({ description: expect.stringMatching(/\.$/u) }),
            ]),
          ),
        },
      ]);
    });
  });

  test.each(Object.entries(pack.rules))(
    `${namespace}/%s looks for words`,
    (_name, { meta }) => {
      const { prefilter = ["anything"], defaultOptions = [] } = meta;
      const words =
        typeof prefilter === "function" ? prefilter([...defaultOptions]) : prefilter;
      expect(words).not.toContain("");
    },
  );

  test(`${namespace}: its rules are found by their namespace, and some are for everyone`, () => {
    const { base, recommended: config } = pack.configs;
    expect(base.plugins[namespace]).toMatchObject({ rules: pack.rules });
    expect(base.rules).toEqual({});
    expect(Object.keys(config.rules)).toEqual(
      recommended.map((name) => `${namespace}/${name}`),
    );
  });
}
