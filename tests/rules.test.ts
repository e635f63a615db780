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

const rules = packs.flatMap((pack) =>
  Object.keys(pack.rules).map((name) => ({ namespace: pack.meta.namespace, name })),
);

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

describe.each(rules)("$namespace/$name", ({ namespace, name }) => {
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
