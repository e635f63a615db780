import { expect, test } from "@jest/globals";
import { GoSourceCode, isCallTo, semanticsOf, SyntaxTree } from "../../../src/index.ts";
import { fileSystem } from "../module-files.ts";

const FILE = `package m

import (
	"os"

	system "os"
	"example.com/m/os"
	"sync"
)

type Exiter struct{ sync.Mutex }

func (Exiter) Exit(code int) {}

func Exit(code int) {}

func Map[T any](x T) T { return x }

func f(e Exiter, exit func(int), mu *sync.Mutex) {
	%
}
`;

/** Returns true if the first call of a body is one of some functions or methods. */
function isFirstCallTo(body: string, names: string | readonly string[]): boolean {
  const path = "/m/a.go";
  const text = FILE.replace("%", body);
  const files = fileSystem({ "/m/go.mod": "module example.com/m\n", [path]: text });
  const sourceCode = new GoSourceCode(SyntaxTree.parse(text), {}, { path, files });
  const [call] = sourceCode.tree.nodesOfKind(["call_expression"]);
  if (!call) throw new Error("There is no call.");
  return isCallTo(call, names, semanticsOf(sourceCode));
}

test.each([
  ["system.Exit(1)", "os.Exit", true],
  ["system.Exit(1)", ["log.Fatal", "os.Exit"], true],
  ["system.Exit(1)", ["log.Fatal", "os.Abort"], false],
  ["system.Exit(1)", "example.com/os.Exit", false],
  ["system.Exit(1)", "os.Process.Exit", false],
  ["Exit(1)", "example.com/m.Exit", true],
  ["Exit(1)", "os.Exit", false],
  ["exit(1)", "example.com/m.exit", false],
  ["Map(1)", "example.com/m.Map", true],
  ["e.Exit(1)", "example.com/m.Exiter.Exit", true],
  ["e.Exit(1)", "example.com/m.Exit", false],
  ["e.Lock()", "sync.Mutex.Lock", true],
  ["e.Lock()", "example.com/m.Exiter.Lock", false],
  ["mu.Lock()", "sync.Mutex.Lock", true],
  ["mu.Lock()", "sync.Lock", false],
  ["func() {}()", "os.Exit", false],
  ["func() {}()", "os.", false],
])("%s is a call to %j: %s", (body, names, expected) => {
  expect(isFirstCallTo(body, names)).toBe(expected);
});
