import { expect, test } from "@jest/globals";
import { applyPatch } from "diff";
import { Project } from "./project.ts";

const CONFIG = `
import { base } from "./plugin.mjs";
const rename = {
  meta: { fixable: "code", schema: [] },
  create: (context) => ({
    identifier(node) {
      const text = { foo: "bar", less: "", more: "x\\n\\ty" }[node.text];
      if (text === undefined) return;
      const range = text === "" ? [node.range[0] - 2, node.range[1]] : node.range;
      context.report({ node, message: "No.", fix: (fixer) => fixer.replaceTextRange(range, text) });
    },
  }),
};
export default [{ ...base, plugins: { ...base.plugins, n: { rules: { rename } } }, rules: { "n/rename": "error" } }];
`;

const body = (lines: readonly string[]) =>
  `package p\n\nfunc f() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;
const many = (line: string, every = 1) =>
  Array.from({ length: 260 * every }, (_, at) => (at % every === 0 ? line : "_ = 1"));

/** Returns the patch of a file, which is right, and the heads of its hunks. */
async function patchOf(lines: readonly string[], fixed: readonly string[]): Promise<string[]> {
  using project = new Project({ "a.go": body(lines) }, { config: CONFIG });
  const { code, stdout } = await project.run(["--diff"]);
  expect(code).toBe(1);
  expect(applyPatch(body(lines), stdout)).toBe(body(fixed));
  return stdout.split("\n").filter((line) => /^(?:@@|---|\+\+\+)/u.test(line));
}

const NAMES = ["--- a/a.go", "+++ b/a.go"];

test("very many changes next to each other are one hunk, with four lines around it", async () => {
  const around = ["one()", "two()", "three()", "four()", "five()"];
  const hunks = await patchOf(
    [...around, ...many("foo"), ...around],
    [...around, ...many("bar"), ...around],
  );
  expect(hunks).toEqual([...NAMES, "@@ -5,268 +5,268 @@"]);
});

test("runs of changes are one hunk where their contexts meet, and two where not", async () => {
  const between = (count: number) => Array.from({ length: count }, () => "_ = 2");
  const text = (name: string, count: number) => [
    ...many(name),
    ...between(count),
    name,
    ...between(4),
  ];
  expect(await patchOf(text("foo", 8), text("bar", 8))).toEqual([
    ...NAMES,
    "@@ -1,276 +1,276 @@",
  ]);
  expect(await patchOf(text("foo", 9), text("bar", 9))).toEqual([
    ...NAMES,
    "@@ -1,267 +1,267 @@",
    "@@ -269,9 +269,9 @@",
  ]);
});

test("with another number of lines all that differs is one hunk", async () => {
  const around = ["one()", "two()", "three()", "four()", "five()"];
  const hunks = await patchOf(
    [...around, ...many("more", 2), ...around],
    [
      ...around,
      ...many("more", 2).flatMap((line) => (line === "more" ? ["x", "y"] : line)),
      ...around,
    ],
  );
  expect(hunks).toEqual([...NAMES, "@@ -5,527 +5,787 @@"]);
});
