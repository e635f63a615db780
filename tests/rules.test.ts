import { describe, expect, test } from "@jest/globals";
import type { GoPack } from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import go from "@gopherwood/rules-go";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";
import { Linter } from "eslint";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTemporaryModule } from "../packages/rule-tester/src/temporary-module.ts";
import { isTxtar, parseTxtar } from "../packages/rule-tester/src/txtar.ts";

const packs: GoPack[] = [architecture, database, errorHandling, go, logging, volumeDaemon];

const rules = packs.flatMap((pack) =>
  Object.entries(pack.rules).map(([name, rule]) => ({ pack, name, rule })),
);

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

function readPage(namespace: string, name: string): string {
  return readFileSync(path(`packages/rules-${namespace}/docs/rules/${name}.md`), "utf8");
}

/** The blocks of some languages below a heading of a rule's page. */
function blocks(page: string, heading: string, languages: string): string[] {
  const section = page.split(/^## /mu).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const block = new RegExp(`^\x60{3}(?:${languages})\\n([^]*?)^\x60{3}`, "gmu");
  return [...section.matchAll(block)].map(([, code = ""]) => code);
}

/** The Go code below a heading: of each block one file, or a module as a txtar archive. */
function codeBlocks(page: string, heading: string): string[] {
  return blocks(page, heading, "go|txtar");
}

/** What the page's code is judged with: the JSON below its heading Config, where it has one. */
function configOf(page: string, { meta, configs }: GoPack, rule: string): Linter.Config {
  const [json = "{}"] = blocks(page, "Config", "json");
  const rules = { [`${meta.namespace}/${rule}`]: "error" };
  const config = { ...configs.base, rules, ...(JSON.parse(json) as object) };
  return config as unknown as Linter.Config;
}

async function lint(config: Linter.Config, code: string): Promise<Linter.LintMessage[]> {
  if (!isTxtar(code)) return new Linter().verify(code, [config], { filename: "page.go" });
  const files = parseTxtar(code);
  const messages: Linter.LintMessage[] = [];
  await inTemporaryModule(files, (directory) => {
    const linter = new Linter({ cwd: directory });
    for (const [name, text] of Object.entries(files)) {
      const filename = join(directory, name);
      if (name.endsWith(".go")) messages.push(...linter.verify(text, [config], { filename }));
    }
    return Promise.resolve();
  });
  return messages;
}

describe.each(rules)("$pack.meta.namespace/$name", ({ pack, name, rule }) => {
  const { namespace } = pack.meta;

  test("it has tests", () => {
    expect(existsSync(path(`packages/rules-${namespace}/tests/${name}.test.ts`))).toBe(true);
  });

  test("its page is written, and has every option, and wrong and right code that it judges so", async () => {
    const page = readPage(namespace, name);
    expect(page.startsWith(`# ${namespace}/${name}\n`)).toBe(true);
    expect(page).toContain(rule.meta.docs.description);
    expect(page).not.toMatch(/^TODO:/mu);
    const [defaults = {}] = (rule.meta.defaultOptions ?? []) as [object?];
    for (const option of Object.keys(defaults)) expect(page).toContain(`\`${option}\``);
    const config = configOf(page, pack, name);
    const wrong = codeBlocks(page, "Wrong");
    const right = codeBlocks(page, "Right");
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    for (const code of wrong) expect(await lint(config, code)).not.toEqual([]);
    for (const code of right) expect(await lint(config, code)).toEqual([]);
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
