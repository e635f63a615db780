import { expect, test } from "@jest/globals";
import {
  calledName,
  calleeOf,
  CalleePatterns,
  calleeText,
  calleeWords,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
} from "../../../src/index.ts";

const FILE = `package p

import (
	"bytes"
	"hash"
	"os"

	"example.com/lib/job"
)

type local struct{}

func (local) Exit(int) {}

func fatal() {}

type closer interface { Close() }

type file interface { closer; Name() string }

func f(own file, b *bytes.Buffer, h hash.Hash, l local) {
	%
}
`;

/** The patterns that mean the first call of a body, by `match` and by `mayMatch`. */
function match(body: string, pattern: string): [string | null, boolean] {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(FILE.replace("%", body)));
  const semantics = semanticsOf(sourceCode);
  const [call] = sourceCode.tree.nodesOfKind(["call_expression"]);
  if (!call) throw new Error("There is no call.");
  const patterns = new CalleePatterns([pattern], semantics);
  return [patterns.match(calleeOf(call, semantics)), patterns.mayMatch(calledName(call))];
}

test.each([
  ["os.Exit(1)", "os.Exit", true, true],
  ["os.Exit(1)", "os.E*", true, true],
  ["os.Exit(1)", "os.Ex", false, false],
  ["os.Exit(1)", "oss.Exit", false, true],
  ["job.Start()", "job.Start", true, true],
  ["job.Start()", "lib/job.St*", true, true],
  ["job.Start()", "ob.Start", false, true],
  ["b.WriteString(``)", "bytes.Buffer.Write*", true, true],
  ["b.WriteString(``)", "bytes.Write*", false, true],
  ["h.Write(nil)", "hash.Hash.Write", true, true],
  ["l.Exit(1)", "p.local.Exit", true, true],
  ["l.Exit(1)", "os.Exit", false, true],
  ["own.Close()", "p.closer.Close", true, true],
  ["own.Close()", "p.file.Close", true, true],
  ["own.Close()", "p.other.Close", false, true],
  ["struct{ local }{}.Exit(1)", "p.local.Exit", true, true],
  ["struct{ local }{}.Exit(1)", "p.other.Exit", false, true],
  ["fatal()", "p.fatal", true, true],
  ["unknown.Exit(1)", "os.Exit", false, true],
])("%s is %s: %s, by its name %s", (body, pattern, matches, mayMatch) => {
  expect(match(body, pattern)).toEqual([matches ? pattern : null, mayMatch]);
});

test("the first pattern counts", () => {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(FILE.replace("%", "os.Exit(1)")));
  const semantics = semanticsOf(sourceCode);
  const [call] = sourceCode.tree.nodesOfKind(["call_expression"]);
  const patterns = new CalleePatterns(["log.Fatal", "os.*", "os.Exit"], semantics);
  expect(call && patterns.match(calleeOf(call, semantics))).toBe("os.*");
  expect(call && patterns.mayMatch(calledName(call))).toBe(true);
});

test("a prefilter has the start of each name", () => {
  expect(calleeWords(["os.Exit", "log.Fatal*", "lib/job.Tracker.*"])).toEqual([
    "Exit",
    "Fatal",
    "",
  ]);
});

test("a callee is written on one line", () => {
  const tree = SyntaxTree.parse("package p; func f() { a.\n\t\tb(1).\n\t\tc() }\n");
  const [call] = tree.nodesOfKind(["call_expression"]);
  expect(call && calleeText(call)).toBe("a. b(1). c");
});
