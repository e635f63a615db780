import { describe, expect, test } from "@jest/globals";
import { bandKeysOf, shinglesIn, similarity } from "../src/duplicates/min-hash.ts";
import { archiveHint } from "../src/duplicates/originality.ts";
import { readTokens } from "../src/duplicates/tokens.ts";

const hashesOf = (code: string, ...imports: string[]) => [
  ...readTokens(`package p\n${code}`, new Set(imports)).hashes,
];

describe("tokens", () => {
  test.each([
    ["names", "x := y", "other := name"],
    ["names of every letter", "äx := _y", "z1 := Z"],
    ["comments", "f(1) // one\n", "/* two\n * lines */ f(1)"],
    ["comments after a sign", "x * y", "x */* c */ y"],
    ["comments that begin with a slash", "f(1)", "/*/ f(2) */ f(1)"],
    ["comments in a line", "f(1, 2)", "f(1, /* two\n lines */ 2)"],
    ["white space", "f(1,2)", "f( 1,\n\t2 )"],
    ["the package, imports and what stands between", "x()", 'import "a"; import b "c/d"\nx()'],
    ["blocks of imports", "x()", 'import (\n\t"a"\n\t. "b"\n)\n\n// why\nimport `c`\nx()'],
    ["semicolons at the start", "x()", ";;x()"],
  ])("are the same whatever the %s", (_, one, other) => {
    expect(hashesOf(one)).toEqual(hashesOf(other));
    expect(hashesOf(one).length).toBeGreaterThan(0);
  });

  test.each([
    ["texts", '"a"', '"b"'],
    ["a text that does not end", '"a\nb', '"a\nc.'],
    ["a text with a quote", '"a\\"b"', '"a\\"c"'],
    ["raw texts", "`a`", "`b`"],
    ["runes", "'a'", "'b'"],
    ["a rune that is a quote", "'\\''", "'\\\\'"],
    ["numbers", "1.5e3", "1.5e4"],
    ["operators", "a + b", "a - b"],
    ["a division", "a / b", "a * b"],
    ["keywords", "for {}", "go {}"],
    ["Go's own names", "len(a)", "cap(a)"],
    ["Go's own types", "var a int", "var a int8"],
    ["names of packages", "a.B()", "c.B()"],
    ["what is selected from packages", "a.B()", "a.C()"],
    ["order", "1 2", "2 1"],
  ])("differ by %s", (_, one, other) => {
    expect(hashesOf(one, "a", "c")).not.toEqual(hashesOf(other, "a", "c"));
  });

  test("of what is selected from anything else are alike", () => {
    expect(hashesOf("x.B()", "a")).toEqual(hashesOf("y.C()", "a"));
    expect(hashesOf("a + B", "a")).toEqual(hashesOf("a + C", "a"));
  });

  test("are one for each word, text, number and sign", () => {
    expect(hashesOf("f(x1, \"a b\", 1_000.5, 'c') // d")).toHaveLength(10);
    expect(hashesOf("")).toEqual([]);
  });
});

describe("the likeness of files", () => {
  const runs = (...tokens: number[]) => shinglesIn(Int32Array.from(tokens));
  const keysOf = (...tokens: number[]) => bandKeysOf(Int32Array.from(tokens));
  const numbers = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => (from + at) * 7919);

  test("is told by runs of eight tokens", () => {
    expect(runs(...numbers(0, 7))).toHaveLength(0);
    expect(runs(...numbers(0, 8))).toHaveLength(1);
    expect(runs(...numbers(0, 20))).toHaveLength(13);
    expect(runs(...Array.from({ length: 20 }, () => 1))).toHaveLength(1);
    expect(runs(...numbers(0, 8))).not.toEqual(runs(...numbers(0, 8).reverse()));
  });

  test("is the share of the runs that they have in common", () => {
    const of = (...values: number[]) => Int32Array.from(values).sort();
    expect(similarity(of(1, 2, 3), of(1, 2, 3))).toBe(1);
    expect(similarity(of(1, 2, 3), of(4, 5))).toBe(0);
    expect(similarity(of(1, 2, 3), of(2, 3, 4))).toBe(0.5);
    expect(similarity(of(-5, 1), of(1))).toBe(0.5);
    expect(similarity(of(), of())).toBe(1);
    expect(similarity(of(), of(1))).toBe(0);
  });

  test("shows in the keys that they share", () => {
    const shared = (a: number[], b: number[]) => {
      const keys = new Set(keysOf(...a));
      return keysOf(...b).filter((key) => keys.has(key)).length;
    };
    const file = numbers(0, 2000);
    expect(keysOf(...file)).toHaveLength(32);
    expect(shared(file, file)).toBe(32);
    expect(shared(file, [...numbers(9000, 100), ...file])).toBeGreaterThan(16);
    expect(shared(file, numbers(5000, 2000))).toBe(0);
    expect(keysOf(...numbers(0, 8))).toEqual([]);
  });
});

describe("names of archives and backups", () => {
  test.each([
    ...["a.bak.go", "a_orig.go", "a_copy.go", "a_copy2.go", "a.bak2/b.go", "old/a_bak.go"],
    ...["x/deprecated-y/a.go", "obsolete_a.go", "archive-2025-09-03/a.go", "a_old2.go"],
    ...["DEPRECATED/a.go", "legacy1/a.go", "backup.2/a.go"],
  ])("%s: a strong hint", (path) => {
    expect(archiveHint(path)).toBe("strong");
  });

  test.each([
    ...["backup/a.go", "a-backup.go", "A_BACKUP.go", "archive/a.go", "archived/a.go"],
    ...["legacy.go", "a.old.go", "OLD/a.go"],
  ])("%s: a weak one", (path) => {
    expect(archiveHint(path)).toBe("weak");
  });

  test.each(["a.go", "older/a.go", "gold.go", "backups2go/a.go", "copy.go", "original/a.go"])(
    "%s: none",
    (path) => {
      expect(archiveHint(path)).toBeNull();
    },
  );
});
