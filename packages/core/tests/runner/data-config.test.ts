import { afterAll, describe, expect, test } from "@jest/globals";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DataDocument } from "../../src/runner/data-config/document.ts";
import { dataConfigOf } from "../../src/runner/data-config/shape.ts";
import { Gopherwood } from "../../src/runner/index.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-data-config-")));
const modules = fileURLToPath(new URL("../../../../node_modules", import.meta.url));

afterAll(() => {
  rmSync(root, { recursive: true });
});

let count = 0;

/** Writes files into a new directory, with the workspace's packages, and returns it. */
function project(files: Readonly<Record<string, string>>): string {
  count += 1;
  const cwd = join(root, String(count));
  for (const [name, text] of Object.entries(files)) {
    const path = join(cwd, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  symlinkSync(modules, join(cwd, "node_modules"), "junction");
  return cwd;
}

const PANIC = "package p\n\nfunc f() { panic(1) }\n";
const PACK = "packs: ['@gopherwood/rules-error-handling']\n";

async function messagesOf(cwd: string): Promise<string[]> {
  const { results } = await new Gopherwood({ cwd }).lintFiles(["."]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, severity }) => `${filePath.slice(cwd.length + 1)} ${ruleId} ${severity}`,
    ),
  );
}

describe("a config in YAML", () => {
  test("has packs, rules, ignores and overrides", async () => {
    const cwd = project({
      "gopherwood.config.yaml": `# A comment.
$schema: ./node_modules/@gopherwood/config/schema.json
${PACK}ignores: ["gen/**"]
rules:
  error-handling/no-panic: error
overrides:
  - files: ["cmd/**"]
    rules: { error-handling/no-panic: warn }
`,
      "a.go": PANIC,
      "cmd/b.go": PANIC,
      "gen/c.go": PANIC,
    });

    expect(await messagesOf(cwd)).toEqual([
      "a.go error-handling/no-panic 2",
      "cmd/b.go error-handling/no-panic 1",
    ]);
  });

  test("says the same in JSON", async () => {
    const cwd = project({
      "gopherwood.config.json": JSON.stringify({
        packs: ["@gopherwood/rules-error-handling"],
        rules: { "error-handling/no-panic": ["error", { allow: [] }] },
      }).replace(',{"allow":[]}', ""),
      "a.go": PANIC,
    });

    expect(await messagesOf(cwd)).toEqual(["a.go error-handling/no-panic 2"]);
  });

  test("extends presets of ours, exports of packages, modules and other files", async () => {
    const cwd = project({
      "gopherwood.config.yml":
        "extends: [strict, '@gopherwood/config#recommended', ./team.mjs, ./team.yaml]\n",
      "team.mjs": 'export default { rules: { "error-handling/no-panic": "warn" } };\n',
      "team.yaml": "rules: { error-handling/no-ignored-errors: off }\n",
      "a.go": `${PANIC}\nfunc g() error { return nil }\n\nfunc h() { g() }\n`,
    });

    expect(await messagesOf(cwd)).toEqual(["a.go error-handling/no-panic 1"]);
  });

  test("extends the presets of a pack", async () => {
    const cwd = project({
      "gopherwood.config.yaml": "extends: ['@gopherwood/rules-error-handling#recommended']\n",
      "a.go": "package a\n\nfunc g() error { return nil }\n\nfunc h() { g() }\n",
    });

    expect(await messagesOf(cwd)).toEqual(["a.go error-handling/no-ignored-errors 2"]);
  });

  test("comes after one in JavaScript", async () => {
    const cwd = project({
      "gopherwood.config.mjs": `import pack from "@gopherwood/rules-error-handling";
export default [{ ...pack.configs.base, rules: { "error-handling/no-panic": "warn" } }];\n`,
      "gopherwood.config.yaml": `${PACK}rules: { error-handling/no-panic: error }\n`,
      "a.go": PANIC,
    });

    expect(await messagesOf(cwd)).toEqual(["a.go error-handling/no-panic 1"]);
  });
});

const ALIASES = Array.from({ length: 9 }, (_, level) =>
  level === 0
    ? 'a0: &a0 ["x", "x"]'
    : `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(", ")}]`,
).join("\n");

describe("a config without code that cannot be used", () => {
  test.each([
    [
      "a key that is misspelt",
      "rule: {}\n",
      ":1:1: there is no key 'rule': did you mean 'rules'?",
    ],
    [
      "a key of an override that is misspelt",
      "overrides:\n  - files: ['**']\n    ruels: {}\n",
      ":3:5: there is no key 'ruels': did you mean 'rules'?",
    ],
    [
      "an override without files",
      "overrides:\n  - rules: {}\n",
      ":2:5: an override needs 'files'",
    ],
    [
      "a value of another kind",
      "\nextends: recommended\n",
      ":2:1: 'extends' must be a list of texts",
    ],
    ["a text that is not YAML", "rules: {\n", ": the config cannot be read: "],
    ["a list", "- rules\n", ": the config must be an object"],
    ["nothing", "", ": the config must be an object"],
    [
      "aliases without measure",
      `${ALIASES}\n`,
      ": the config cannot be read: its aliases of aliases stand for too much",
    ],
    ["an alias of nothing", "a: 1\nrules: *b\n", ":2:8: the config cannot be read: Unresolved"],
    [
      "a package that is not installed",
      "packs:\n  - '@gopherwood/rules-go'\n  - no-such-pack\n",
      ":3:5: 'no-such-pack' is not installed here: 'npm install --save-dev no-such-pack'.",
    ],
    ["a package that is no pack", "packs: [eslint]\n", ":1:9: 'eslint' is no rule pack"],
    [
      "a preset that there is not",
      "extends: [lax]\n",
      ":1:11: 'lax' is no preset of '@gopherwood/config'; one of a pack is written 'lax#recommended'.",
    ],
    [
      "a pack as a preset",
      "extends: ['@gopherwood/rules-error-handling']\n",
      "has no preset 'default': it has '@gopherwood/rules-error-handling#base', ",
    ],
    [
      "a preset that a pack has not",
      "extends: ['@gopherwood/rules-error-handling#lax']\n",
      ":1:11: '@gopherwood/rules-error-handling' has no preset 'lax': it has '@gopherwood/rules-error-handling#base', ",
    ],
    [
      "an export that a module has not",
      "extends: ['./team.mjs#none']\n",
      ":1:11: './team.mjs' has no preset 'none'.",
    ],
    [
      "an export that is nothing",
      "extends: ['./team.mjs#nothing']\n",
      ":1:11: './team.mjs' has no preset 'nothing'.",
    ],
    [
      "an export that is a text",
      "extends: ['./team.mjs#text']\n",
      ":1:11: './team.mjs' has no preset 'text'.",
    ],
    [
      "a file that extends itself",
      "extends: [./gopherwood.config.yaml]\n",
      ":1:11: './gopherwood.config.yaml' extends itself",
    ],
    ["a file that there is not", "extends: [./x.yaml]\n", ":1:11: './x.yaml' cannot be read"],
    [
      "a rule that there is not",
      `${PACK}rules:\n  error-handling/no-panics: error\n`,
      "no-panics",
    ],
    [
      "an option that there is not",
      `${PACK}rules:\n  error-handling/no-panic: off\n  error-handling/no-ignored-errors: [error, { x: 1 }]\n`,
      ":4:3: ",
    ],
  ])("%s", async (_name, text, message) => {
    const team = 'export const nothing = null;\nexport const text = "words";\n';
    const cwd = project({ "gopherwood.config.yaml": text, "team.mjs": team, "a.go": PANIC });

    await expect(messagesOf(cwd)).rejects.toThrow(`${cwd}/gopherwood.config.yaml`);
    await expect(messagesOf(cwd)).rejects.toThrow(message);
  });
});

test("the schema for editors allows what is read", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../../config/schema.json", import.meta.url), "utf8"),
  ) as { properties: Record<string, { items?: { properties: object } }> };
  const document = new DataDocument("config.yaml", "overrides: [{ files: ['**'] }]\n");

  for (const key of Object.keys(schema.properties)) {
    expect(() => dataConfigOf(new DataDocument("a.yaml", `${key}: 1\n`))).toThrow(
      `'${key}' must be`,
    );
  }
  expect(Object.keys(schema.properties["overrides"]?.items?.properties ?? {})).toEqual([
    "files",
    "ignores",
    "rules",
    "settings",
    "languageOptions",
    "linterOptions",
  ]);
  expect(dataConfigOf(document)).toEqual({ overrides: [{ files: ["**"] }] });
});
