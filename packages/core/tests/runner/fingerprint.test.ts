import { expect, test } from "@jest/globals";
import "../../src/index.ts";
import { fingerprintOf } from "../../src/runner/fingerprint.ts";
import { SyntaxTree } from "../../src/syntax/tree.ts";

/** Returns the fingerprint of what stands between two « and » of a file. */
function fingerprint(marked: string): string {
  const [before = "", inside = "", after = ""] = `package p\n\n${marked}\n`.split(/[«»]/u);
  const tree = SyntaxTree.parse(before + inside + after);
  return fingerprintOf(tree, before.length, before.length + inside.length);
}

const inFunction = (statements: string) => `func f() {\n\t${statements}\n}`;
const call = fingerprint(inFunction('«log.Print("a b", x)»'));

test.each([
  ["on another line", '// f does it.\n\nfunc g() { «log.Print("a b", x)» }'],
  ["over several lines", inFunction('«log.Print(\n\t\t"a b",\n\t\tx,\n\t)»')],
  ["with comments", inFunction('«log.Print( /* why */ "a b", // because\n\t\tx)»')],
  ["without spaces", inFunction('«log . Print("a b",x)»')],
])("the same: %s", (_, code) => {
  expect(fingerprint(code)).toBe(call);
});

test.each([
  ["another argument", inFunction('«log.Print("a b", y)»')],
  ["spaces in a string", inFunction('«log.Print("a  b", x)»')],
  ["a comment's marks in a string", inFunction('«log.Print("a b//", x)»')],
  ["one argument", inFunction('«log.Print("a b" + x)»')],
  ["a part of it", inFunction('«log.Print»("a b", x)')],
])("not the same: %s", (_, code) => {
  expect(fingerprint(code)).not.toBe(call);
});

test("an edit in the body of a function or a case does not count, one of its head does", () => {
  const whole = fingerprint("«func f(a int) {\n\tif a > 0 {\n\t\tg()\n\t}\n}»");
  expect(fingerprint("«func f(a int) {\n\th()\n}»")).toBe(whole);
  expect(fingerprint("«func f(b int) {\n\th()\n}»")).not.toBe(whole);
  const choice = fingerprint(inFunction("«switch x {\n\tcase 1:\n\t\tg()\n\t}»"));
  expect(fingerprint(inFunction("«switch x {\n\tcase 2:\n\t}»"))).toBe(choice);
  expect(fingerprint(inFunction("«switch y {\n\tcase 2:\n\t}»"))).not.toBe(choice);
});

test("a block itself counts, and so does a composite literal", () => {
  expect(fingerprint("func f() «{\n\tg()\n}»")).not.toBe(fingerprint("func f() «{\n\th()\n}»"));
  expect(fingerprint("var a = «T{x: 1}»")).not.toBe(fingerprint("var a = «T{x: 2}»"));
  expect(fingerprint("var a = «T{x: 1}»")).toBe(fingerprint("var a = «T{\n\tx: 1,\n}»"));
});

test("comments alone count by their words", () => {
  const comment = fingerprint("«// x := f(1)»\nvar a int");
  expect(fingerprint("«//x := f(1)»\nvar a int")).toBe(comment);
  expect(fingerprint("«// y := f(1)»\nvar a int")).not.toBe(comment);
});

test("an empty range counts as the name around it", () => {
  expect(fingerprint("var a«»bc int")).toBe(fingerprint("var «abc» int"));
  expect(fingerprint("var a«»bc int")).not.toBe(fingerprint("var a«»bd int"));
});

test("whole files have one fingerprint", () => {
  const whole = (text: string) => fingerprintOf(SyntaxTree.parse(text), 0, text.length);
  expect(whole("package p\n\nvar a int\n")).toBe(whole("package q\n"));
});
