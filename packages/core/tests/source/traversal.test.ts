import { expect, test } from "@jest/globals";
import "../../src/index.ts";
import { traverse } from "../../src/source/traversal.ts";
import { NODE_KINDS } from "../../src/syntax/grammar.generated.ts";
import type { NodeKind } from "../../src/syntax/node.ts";
import { SyntaxTree } from "../../src/syntax/tree.ts";
import { breakRandomly, EVERYTHING, randomNumbers, toolchainFiles } from "./go-files.ts";

/** A step as a text. */
function stepsOf(tree: SyntaxTree, kinds: readonly NodeKind[] | "all"): string[] {
  const steps: string[] = [];
  for (const { target, phase } of traverse(tree, kinds)) {
    const { kind, number } = target as { kind: string; number: number };
    steps.push(`${phase === 1 ? "enter" : "exit"} ${kind} ${number}`);
  }
  return steps;
}

/** The kinds differ by text: some that are there, some that are not. */
function someKinds(random: () => number): NodeKind[] {
  const share = random() ** 2;
  return (NODE_KINDS as readonly NodeKind[]).filter(() => random() < share);
}

/** Compares the steps of random kinds with the full walk, and says where they differ. */
function compare(name: string, text: string, random: () => number, rounds: number): void {
  const tree = SyntaxTree.parse(text);
  const all = stepsOf(tree, "all");
  for (let round = 0; round < rounds; round += 1) {
    const kinds = someKinds(random);
    const wanted = new Set<string>(kinds);
    const expected = all.filter((step) => wanted.has(step.split(" ")[1] as string));
    const actual = stepsOf(tree, kinds);
    const at = expected.findIndex((step, index) => step !== actual[index]);
    if (at !== -1 || actual.length !== expected.length) {
      expect({
        name,
        text: text.length < 500 ? text : "",
        kinds,
        at,
        step: actual[at],
      }).toEqual(expected[at]);
    }
  }
}

test("the steps of some kinds are the full walk's, in its order", () => {
  const random = randomNumbers(1);
  compare("everything", EVERYTHING, random, 300);
});

test("the same in broken files", () => {
  const random = randomNumbers(2);
  for (let index = 0; index < 400; index += 1) {
    let text = EVERYTHING;
    for (let cuts = 0; cuts <= index % 4; cuts += 1) text = breakRandomly(text, random);
    compare(`broken ${index}`, text, random, 5);
  }
});

test("the same in short files that hardly are Go", () => {
  const random = randomNumbers(3);
  const words = EVERYTHING.match(/\w+|\s+|[^\w\s]/gu) as string[];
  for (let index = 0; index < 2000; index += 1) {
    const count = 1 + Math.floor(random() * 12);
    const text = Array.from(
      { length: count },
      () => words[Math.floor(random() * words.length)] as string,
    ).join(random() < 0.5 ? " " : "");
    compare(`short ${index}`, text, random, 3);
  }
});

const files = toolchainFiles(150);
if (files.length === 0) console.warn("There is no Go toolchain: its files are not compared.");

(files.length > 0 ? test : test.skip)("the same in the Go toolchain's files", () => {
  const random = randomNumbers(4);
  for (const { name, text } of files) compare(name, text, random, 4);
});

(files.length > 0 ? test : test.skip)("the same in the toolchain's files when broken", () => {
  const random = randomNumbers(5);
  for (const { name, text } of files.filter(({ text: { length } }) => length < 30_000)) {
    compare(name, breakRandomly(text, random), random, 3);
  }
});

test("no kinds, no steps; every step has its node as argument", () => {
  const tree = SyntaxTree.parse(EVERYTHING);
  expect([...traverse(tree, [])]).toEqual([]);
  for (const step of traverse(tree, ["call_expression"])) {
    expect(step.args).toEqual([step.target]);
  }
});
