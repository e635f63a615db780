import { describe, expect, test } from "@jest/globals";
import type { GoPack } from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";
import { Linter } from "eslint";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packs: GoPack[] = [architecture, database, errorHandling, logging, volumeDaemon];

const rules = packs.flatMap((pack) =>
  Object.entries(pack.rules).map(([name, rule]) => ({ pack, name, rule })),
);

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

function readPage(namespace: string, name: string): string {
  return readFileSync(path(`packages/rules-${namespace}/docs/rules/${name}.md`), "utf8");
}

/** The Go blocks below a heading of a rule's page. */
function goBlocks(page: string, heading: string): string[] {
  const section = page.split(/^## /mu).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^```go\n([^]*?)^```/gmu)].map(([, code = ""]) => code);
}

function lint(pack: GoPack, rule: string, code: string): Linter.LintMessage[] {
  const config = {
    ...pack.configs.base,
    rules: { [`${pack.meta.namespace}/${rule}`]: "error" },
  };
  return new Linter().verify(code, [config as unknown as Linter.Config], {
    filename: "page.go",
  });
}

describe.each(rules)("$pack.meta.namespace/$name", ({ pack, name, rule }) => {
  const { namespace } = pack.meta;

  test("its id is its name and its address its page", () => {
    expect(rule.name).toBe(`${namespace}/${name}`);
    expect(rule.meta.docs.url).toMatch(
      new RegExp(`/rules-${namespace}/docs/rules/${name}\\.md$`),
    );
  });

  test("it is described, and every option is", () => {
    expect(rule.meta.docs.description).toMatch(/^(?:Disallow|Require|Enforce) .*\.$/u);
    for (const message of Object.values(rule.meta.messages)) {
      expect(message).toMatch(/^[A-Z].*\.$/u);
    }
    const [options] = rule.meta.schema as {
      properties: Record<string, { description?: string }>;
    }[];
    for (const option of Object.values(options?.properties ?? {})) {
      expect(option.description).toMatch(/\.$/u);
    }
  });

  test("it has tests", () => {
    expect(existsSync(path(`packages/rules-${namespace}/tests/${name}.test.ts`))).toBe(true);
  });

  test("its page has every option, and wrong and right code that it judges so", () => {
    const page = readPage(namespace, name);
    expect(page.startsWith(`# ${namespace}/${name}\n`)).toBe(true);
    expect(page).toContain(rule.meta.docs.description);
    const [defaults] = rule.meta.defaultOptions as [object];
    for (const option of Object.keys(defaults)) expect(page).toContain(`\`${option}\``);
    const wrong = goBlocks(page, "Wrong");
    const right = goBlocks(page, "Right");
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    for (const code of wrong) expect(lint(pack, name, code)).not.toEqual([]);
    for (const code of right) expect(lint(pack, name, code)).toEqual([]);
  });
});

test("a type that is named without its package is refused, not silently never met", () => {
  const rules = {
    "volume-daemon/no-direct-volume-operations": ["error", { storageClients: ["Client"] }],
  };
  const config = { ...volumeDaemon.configs.base, rules } as unknown as Linter.Config;
  expect(() => new Linter().verify("package p\n", [config], { filename: "a.go" })).toThrow(
    /"Client" should match pattern/u,
  );
});
