import { describe, expect, test } from "@jest/globals";
import type { GoPack } from "@gopherwood/core";
import { runPages } from "@gopherwood/rule-tester";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import go from "@gopherwood/rules-go";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";
import { Linter } from "eslint";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packs: GoPack[] = [architecture, database, errorHandling, go, logging, volumeDaemon];

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

const rules = packs.flatMap((pack) =>
  Object.entries(pack.rules).map(([name, { meta }]) => {
    return { namespace: pack.meta.namespace, name, docs: meta?.docs };
  }),
);

describe.each(rules)("$namespace/$name", ({ namespace, name, docs }) => {
  test("it says the work on violations in the imperative", () => {
    expect(docs?.task).toMatch(/^[A-Z](?!.*(?:Disallow|Require|Enforce)).*[^.]$/u);
  });

  test("it has tests", () => {
    expect(existsSync(path(`packages/rules-${namespace}/tests/${name}.test.ts`))).toBe(true);
  });
});

for (const pack of packs) {
  runPages(pack, path(`packages/rules-${pack.meta.namespace}/docs/rules`));
}

test("a type that is named without its package is refused, not silently never met", () => {
  const rules = {
    "volume-daemon/no-direct-volume-operations": ["error", { storageClients: ["Client"] }],
  };
  const config = { ...volumeDaemon.configs.base, rules } as unknown as Linter.Config;
  expect(() => new Linter().verify("package p\n", [config], { filename: "a.go" })).toThrow(
    /"Client" should match pattern/u,
  );
});
