import { describe, expect, test } from "@jest/globals";
import { SyntaxTree } from "@gopherwood/core";
import { Linter } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fixText, type LintedText } from "../packages/core/src/runner/fix-text.ts";
import { goSource } from "./support/go-source.ts";
import { Random } from "./support/random.ts";
import { slogMigration } from "./support/slog-migration.ts";

/** `SEEDS=1000` draws more. */
const SEEDS = Number(process.env["SEEDS"] ?? 30);

const linter = new Linter({ cwd: "/" });

type Choose = (messages: readonly Linter.LintMessage[]) => readonly Linter.LintMessage[];

const all: Choose = (messages) => messages;

/** A file to fix, with a path that its imports are looked up from. */
interface Source {
  readonly text: string;
  readonly path: string;
}

/** Fixes until nothing is left that is chosen; the choice sees each pass' messages. */
function fixed({ text, path }: Source, choose: Choose = all, suggestions = false): string {
  const lint = (content: string): LintedText => {
    const messages = choose(linter.verify(content, slogMigration, { filename: path }));
    const { getSourceCode } = linter as unknown as {
      getSourceCode: () => NonNullable<LintedText["sourceCode"]>;
    };
    const sourceCode = getSourceCode.call(linter);
    return { messages: [...messages], suppressedMessages: [], sourceCode };
  };
  const fixed = fixText(text, path, lint, { suggestions, mayFix: () => true });
  expect(fixed.problems).toEqual([]);
  return fixed.text;
}

/** Fixes as ESLint does: one edit for each message, those that touch in another pass. */
function mendedByEslint({ text, path }: Source): string {
  let before: string;
  let after = text;
  do {
    before = after;
    after = linter.verifyAndFix(before, slogMigration, { filename: path }).output;
  } while (after !== before);
  return after;
}

function errorsIn(text: string): number {
  return SyntaxTree.parse(text.replace(/^\uFEFF/u, "")).errors.length;
}

/** In which declarations imports stand depends on what stood there when they came. */
function withSortedImports(text: string): string {
  const specs: string[] = [];
  const rest = text.replace(
    /^import (?:\(\n([^)]*)\n\)|(.*))\n*/gmu,
    (_, block: string | undefined, spec: string) => {
      specs.push(...(block ?? spec).split("\n").map((line) => line.trim()));
      return "";
    },
  );
  return [...specs.filter(Boolean).sort(), rest].join("\n");
}

/** ESLint's fixes do not know of the columns that comments stand in. */
function withoutColumns(text: string): string {
  return withSortedImports(text).replace(/[ \t]+\/\//gu, " //");
}

function expectProperties(source: Source, random: Random): void {
  const whole = fixed(source);
  const again = { ...source, text: whole };
  expect(errorsIn(source.text)).toBe(0);
  expect(errorsIn(whole)).toBe(0);
  expect(fixed(again)).toBe(whole);

  // Some of the findings, in any order; then the rest.
  const part = fixed(source, onceSome(random));
  expect(errorsIn(part)).toBe(0);
  const rest = fixed({ ...source, text: part });
  expect(withSortedImports(rest)).toBe(withSortedImports(whole));

  const suggested = fixed(source, all, true);
  expect(errorsIn(suggested)).toBe(0);
  expect(fixed({ ...source, text: suggested }, all, true)).toBe(suggested);

  expect(withoutColumns(mendedByEslint(source))).toBe(withoutColumns(whole));

  const windows = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  expect(fixed({ ...source, text: windows(source.text) })).toBe(windows(whole));
  const cut = (text: string) => text.trimEnd();
  expect(fixed({ ...source, text: cut(source.text) })).toBe(cut(whole));
}

/** Chooses once, and nothing in later passes. */
function onceSome(random: Random): Choose {
  let isFirst = true;
  return (messages) => {
    if (!isFirst) return [];
    isFirst = false;
    return random.some(messages);
  };
}

describe("fixes of some findings, of all, in any order, with any ends of lines", () => {
  const shapes = fileURLToPath(new URL("../tools/fixes/testdata/shapes", import.meta.url));
  test.each(readdirSync(shapes).filter((name) => name.endsWith(".go")))(
    "of shapes/%s",
    (name) => {
      const path = join(shapes, name);
      const source = { text: readFileSync(path, "utf8"), path };
      expectProperties(source, new Random(1));
    },
  );

  test(`of ${SEEDS} files drawn by lot`, () => {
    let changed = 0;
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const random = new Random(seed);
      const source = { text: goSource(random), path: "/nowhere/p.go" };
      try {
        expectProperties(source, random);
      } catch (error) {
        throw new Error(`Seed ${seed}:\n${source.text}`, { cause: error });
      }
      if (fixed(source) !== source.text) changed += 1;
    }
    expect(changed).toBeGreaterThan(SEEDS / 2);
  });
});
